import type { DocumentTexts } from '../texts.ts';

export const document: DocumentTexts['document'] = {
  description: 'Ein KI-Chat, auf Einladung.',
  noscript: 'Foyer braucht JavaScript. Bitte schalten Sie es ein und laden Sie die Seite neu.',
};
