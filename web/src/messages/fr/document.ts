import type { DocumentTexts } from '../texts.ts';

export const document: DocumentTexts['document'] = {
  description: 'Un chat avec une IA, sur invitation.',
  noscript: 'Foyer a besoin de JavaScript. Activez-le, puis rechargez la page.',
};
