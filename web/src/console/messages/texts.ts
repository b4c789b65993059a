export { format } from '../../messages/current-format.ts';
export { zoned } from './zoned.ts';

/** The type of the console's texts in every language. */
export type ConsoleTexts = typeof import('./en/console.ts');

// The texts in the language of the pages. `show-texts.ts` sets them: no module may read them while it loads.
export let audit: ConsoleTexts['audit'];
export let batches: ConsoleTexts['batches'];
export let code: ConsoleTexts['code'];
export let codes: ConsoleTexts['codes'];
export let errors: ConsoleTexts['errors'];
export let frame: ConsoleTexts['frame'];
export let imports: ConsoleTexts['imports'];
export let make: ConsoleTexts['make'];
export let people: ConsoleTexts['people'];
export let room: ConsoleTexts['room'];
export let settings: ConsoleTexts['settings'];
export let setUp: ConsoleTexts['setUp'];
export let use: ConsoleTexts['use'];

export function setConsoleTexts(texts: ConsoleTexts) {
  ({ audit, batches, code, codes, errors, frame, imports } = texts);
  ({ make, people, room, settings, setUp, use } = texts);
}
