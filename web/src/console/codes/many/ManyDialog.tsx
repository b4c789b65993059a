import { useCallback } from 'react';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { DialogBody } from '../../../ui/layout.tsx';
import { Bones } from '../../../ui/parts/Bones.tsx';
import { codesApi, type Filter, type Selection } from '../../api/codes.ts';
import { LoadError } from '../../lists/LoadError.tsx';
import { useLoad } from '../../lists/use-load.ts';
import * as t from '../../messages/texts.ts';
import { ExportForm } from './ExportForm.tsx';
import { ExtendForm } from './ExtendForm.tsx';
import type { FormProps } from './form-props.ts';
import { PrintForm } from './PrintForm.tsx';
import { RelabelForm } from './RelabelForm.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import { RevokeForm } from './RevokeForm.tsx';

const forms = {
  print: PrintForm,
  export: ExportForm,
  revoke: RevokeForm,
  restore: RestoreForm,
  extend: ExtendForm,
  relabel: RelabelForm,
};

export type ActName = keyof typeof forms;

type Props = Omit<FormProps, 'count'> & { act: ActName };

/** One act on many codes. It first says how many. */
export function ManyDialog({ act, selection, onClose, onChanged }: Props) {
  const key = JSON.stringify(selection);
  const count = useCallback(() => countTouched(act, JSON.parse(key)), [act, key]);
  const { value, problem, reload } = useLoad(count);
  const Form = forms[act];
  return (
    <Dialog title={value === null ? t.codes.counting : t.codes[act].title(value)} onClose={onClose}>
      {problem && <LoadError problem={problem} again={reload} />}
      {value === null && !problem && (
        <DialogBody>
          <Bones count={3} />
        </DialogBody>
      )}
      {value === 0 && <p>{t.codes.nothingToDo}</p>}
      {value !== null && value > 0 && (
        <Form selection={selection} count={value} onClose={onClose} onChanged={onChanged} />
      )}
    </Dialog>
  );
}

/** How many codes of a selection an act touches: revoked codes are not revoked again. */
async function countTouched(act: ActName, selection: Selection) {
  if (act === 'revoke' || act === 'restore') {
    const answer = await codesApi.changeMany({ selection, change: { act }, isDryRun: true });
    return answer.problem ? answer : { value: answer.value.codes };
  }
  if ('ids' in selection) return { value: selection.ids.length };
  const answer = await codesApi.sums({ ...(selection.filter as Filter), search: selection.search });
  return answer.problem ? answer : { value: answer.value.codes };
}
