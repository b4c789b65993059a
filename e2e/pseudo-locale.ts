import type { BrowserContext } from 'playwright-core';

const plain = 'aceghijklnorsuwyzACEGHIJKLNORSUWYZ';
const accented = 'áćéǵĥíĵḱĺńóŕśúẃýźÁĆÉǴĤÍĴḰĹŃÓŔŚÚẂÝŹ';

/** Runs in the page: makes a text longer and every word of it recognisable. */
const transform = `
const plain = ${JSON.stringify(plain)}, accented = ${JSON.stringify(accented)};
const mark = (text) => {
  if (!/[a-z]/i.test(text)) return text;
  const longer = text + ' ' + 'ẃóŕ '.repeat(Math.ceil(text.length * 0.1)).trim();
  return longer.replace(/./g, (letter) => accented[plain.indexOf(letter)] ?? letter);
};
const isPlain = (value) => value !== null && typeof value === 'object' && !('$$typeof' in value);
const pseudo = (value) =>
  typeof value === 'string' ? mark(value)
  : typeof value === 'function' ? (...slots) => pseudo(value(...slots.map(slot)))
  : Array.isArray(value) ? value.map(pseudo)
  : isPlain(value) ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, pseudo(inner)]))
  : value;
// A slot that draws a link gets the text of the link.
const slot = (value) => typeof value === 'function' ? (text) => value(mark(text)) : value;
`;

/**
 * Puts English texts with accents, 40 % longer, in the place of the Arabic ones: the page runs from right to left, and a word
 * without an accent comes from no catalogue.
 */
export async function usePseudoLocale(context: BrowserContext, url: string) {
  await context.route(/\/assets\/texts-ar-(entry|inside)-/, async (route) => {
    const part = /entry|inside/.exec(route.request().url())?.[0];
    const page = await (await fetch(`${url}/chat`, { headers: { 'accept-language': 'en' } })).text();
    const [english = ''] = new RegExp(`/assets/texts-en-${part}-[^"]+\\.js`).exec(page) ?? [];
    const source = await (await fetch(url + english)).text();
    const [, exported = ''] = /export\s*\{([^}]*)\}/.exec(source) ?? [];
    const names = exported.split(',').map((name) => name.split(' as ').at(-1)?.trim());
    const body = [
      `import * as original from '${english}';`,
      transform,
      ...names.map((name) => `export const ${name} = pseudo(original.${name});`),
    ];
    await route.fulfill({ contentType: 'text/javascript', body: body.join('\n') });
  });
}

/** A text of the pseudo-locale has accents on all of these letters. */
export const untranslated = /[acegiou]/i;
