import type { DocumentTexts } from '../texts.ts';

export const document: DocumentTexts['document'] = {
  description: 'Чат зі штучним інтелектом, за запрошенням.',
  noscript: 'Для Foyer потрібен JavaScript. Увімкніть його й оновіть сторінку.',
};
