/** What the page says before its script runs. It is written into the page when the pages are built. */
export const document = {
  description: 'An AI chat, by invitation.',
  noscript: 'Foyer needs JavaScript. Please switch it on and reload the page.',
};
