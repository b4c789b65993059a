import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { DialogBody } from '../../ui/layout.tsx';
import { Fold } from '../../ui/parts/Fold.tsx';
import { showToast } from '../../ui/toast/toast.ts';
import { type Settings, type SettingWarning, settingsApi } from '../api/settings.ts';
import { Buttons } from '../confirm/Buttons.tsx';
import { useAct } from '../confirm/use-act.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { groupOf, stopName } from './groups.ts';
import { SettingField } from './SettingField.tsx';
import styles from './settings.module.css';

/** New values by the names of settings; null for the default. */
export type Changes = Record<string, string | null>;

type Props = { settings: Settings; reload: () => Promise<void> };

export function LiveSettings({ settings: { version, settings }, reload }: Props) {
  const [changes, setChanges] = useState<Changes>({});
  const [warnings, setWarnings] = useState<SettingWarning[] | null>(null);
  const [othersShown, showOthers] = useState(false);
  const act = useAct();
  const text = t.settings;
  const count = Object.keys(changes).length;
  const shown = settings.filter(({ name }) => name !== stopName);

  function change(name: string, value: string | null | undefined) {
    const { [name]: _, ...others } = changes;
    setChanges(value === undefined ? others : { ...others, [name]: value });
  }

  /** First asks what the change would lock or open. */
  async function save() {
    const tried = await act.run(() => settingsApi.change({ version, changes, dryRun: true }));
    if (!tried) return;
    if (tried.value.warnings.length > 0) return setWarnings(tried.value.warnings);
    await saveAnyway();
  }

  async function saveAnyway() {
    const done = await act.run(() => settingsApi.change({ version, changes }));
    if (!done) return;
    setWarnings(null);
    setChanges({});
    showToast({ text: text.saved });
    await reload();
  }

  return (
    <>
      {(['codes', 'brand', 'limits'] as const).map((group) => {
        const own = shown.filter((setting) => groupOf(setting) === group);
        return (
          own.length > 0 && (
            <Panel key={group} title={text.groups[group]}>
              <div className={styles.list}>
                {own.map((setting) => (
                  <SettingField
                    key={setting.name}
                    setting={setting}
                    change={changes[setting.name]}
                    onChange={(value) => change(setting.name, value)}
                  />
                ))}
              </div>
            </Panel>
          )
        );
      })}
      <Fold label={text.groups.others} isOpen={othersShown} onToggle={showOthers}>
        <Panel>
          <p>{text.othersText}</p>
          <div className={styles.list}>
            {shown
              .filter((setting) => groupOf(setting) === 'others')
              .map((setting) => (
                <SettingField key={setting.name} setting={setting} change={undefined} onChange={() => {}} />
              ))}
          </div>
        </Panel>
      </Fold>
      {count > 0 && (
        <section className={styles.save} aria-label={text.save} data-dock>
          <p role="status">{text.unsaved(count)}</p>
          <div className={styles.acts}>
            <Button variant="default" size="xs" onClick={() => setChanges({})}>
              {text.discard}
            </Button>
            <ActionButton size="xs" loading={act.isRunning} onClick={() => void save()}>
              {text.save}
            </ActionButton>
          </div>
          {act.problem && !warnings && (
            <ErrorMessage secondsLeft={act.secondsLeft}>{problemText(act.problem)}</ErrorMessage>
          )}
          {act.problem?.code === 'CHANGED_MEANWHILE' && (
            <Button variant="default" size="xs" onClick={() => void reload()}>
              {text.loadAgain}
            </Button>
          )}
        </section>
      )}
      {warnings && (
        <Dialog title={text.warningTitle} onClose={() => setWarnings(null)}>
          <DialogBody>
            {warnings.map(({ name, message }) => (
              <p key={`${name} ${message}`}>{message}</p>
            ))}
            <Buttons
              act={act}
              label={text.saveAnyway}
              isDanger
              onAct={() => void saveAnyway()}
              onCancel={() => setWarnings(null)}
            />
          </DialogBody>
        </Dialog>
      )}
    </>
  );
}
