import type { DocumentTexts } from '../texts.ts';

export const document: DocumentTexts['document'] = {
  description: 'Um chat com IA, por convite.',
  noscript: 'O Foyer precisa de JavaScript. Ative-o e carregue a página de novo.',
};
