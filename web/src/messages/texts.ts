export { format } from './current-format.ts';

/** The type of the texts in every language. */
export type Messages = EntryTexts & InsideTexts;
export type EntryTexts = typeof import('./en/entry.ts');
export type InsideTexts = typeof import('./en/inside.ts');
export type DocumentTexts = typeof import('./en/document.ts');

// The texts in the language of the pages. `show-language.ts` sets them: no module may read them while it loads.
export let account: Messages['account'];
export let chat: Messages['chat'];
export let common: Messages['common'];
export let cutShort: Messages['cutShort'];
export let email: Messages['email'];
export let errors: Messages['errors'];
export let logOut: Messages['logOut'];
export let oauth: Messages['oauth'];
export let pages: Messages['pages'];
export let register: Messages['register'];
export let resetPassword: Messages['resetPassword'];
export let signIn: Messages['signIn'];
export let upgrade: Messages['upgrade'];
export let wrongKind: Messages['wrongKind'];

export function setEntryTexts(texts: EntryTexts) {
  ({ common, cutShort, email, errors, logOut } = texts);
  ({ oauth, pages, register, resetPassword, signIn, wrongKind } = texts);
}

export function setInsideTexts(texts: InsideTexts) {
  ({ account, chat, upgrade } = texts);
}
