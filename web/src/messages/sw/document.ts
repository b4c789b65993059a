import type { DocumentTexts } from '../texts.ts';

export const document: DocumentTexts['document'] = {
  description: 'Mazungumzo na akili bandia, kwa mwaliko.',
  noscript: 'Foyer inahitaji JavaScript. Tafadhali iwashe, kisha pakia ukurasa upya.',
};
