import { saveAs } from '../../ui/hooks/save-as.ts';
import { showToast } from '../../ui/toast/toast.ts';
import { codesApi, type Selection } from '../api/codes.ts';
import type { Act } from '../confirm/use-act.ts';
import * as t from '../messages/texts.ts';

/** Makes the PDF of the cards, and saves it. True when it is saved. */
export async function printCards(
  act: Act,
  selection: Selection,
  form: 'sheets' | 'single',
): Promise<boolean> {
  const done = await act.run(() => codesApi.print({ selection, form }));
  if (!done) return false;
  saveAs('cards.pdf', done.value, 'application/pdf');
  showToast({ text: t.codes.print.done });
  return true;
}
