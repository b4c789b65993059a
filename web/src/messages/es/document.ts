import type { DocumentTexts } from '../texts.ts';

export const document: DocumentTexts['document'] = {
  description: 'Un chat con IA, por invitación.',
  noscript: 'Foyer necesita JavaScript. Actívelo y vuelva a cargar la página.',
};
