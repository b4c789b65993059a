import { useState } from 'react';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { DialogActions, DialogBody } from '../../ui/layout.tsx';
import styles from './shortcuts.module.css';
import { areLettersOn, type Shortcut, setLetters, shortcuts } from './shortcuts.ts';

const names = Object.keys(shortcuts) as Shortcut[];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [isOn, setOn] = useState(areLettersOn);

  function turn(isWanted: boolean) {
    setLetters(isWanted);
    setOn(isWanted);
  }

  return (
    <Dialog onClose={onClose} title={t.chat.shortcuts.title}>
      <DialogBody>
        <dl className={styles.list}>
          {names.map((name) => (
            <div key={name}>
              <dt>{name === 'undo' ? t.common.undo : t.chat.shortcuts.names[name]}</dt>
              <dd>
                <kbd dir="ltr">{name === 'stop' ? t.chat.shortcuts.escape : shortcuts[name].key}</kbd>
              </dd>
            </div>
          ))}
        </dl>
        <label className={styles.choice}>
          <input type="checkbox" checked={isOn} onChange={(event) => turn(event.currentTarget.checked)} />
          {t.chat.shortcuts.letters}
        </label>
        <DialogActions>
          <ActionButton variant="default" onClick={onClose}>
            {t.chat.close}
          </ActionButton>
        </DialogActions>
      </DialogBody>
    </Dialog>
  );
}
