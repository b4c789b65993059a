import { useState } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast/toast.ts';
import { type Settings, settingsApi } from '../api/settings.ts';
import { Question } from '../confirm/Question.tsx';
import { useAct } from '../confirm/use-act.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { stopName } from './groups.ts';

/** Stops all codes at once, and starts them again. Nothing is revoked. */
export function StopCodes({
  settings: { version, settings },
  reload,
}: {
  settings: Settings;
  reload: () => Promise<void>;
}) {
  const [isAsking, setAsking] = useState(false);
  const act = useAct();
  const text = t.settings.stop;
  const setting = settings.find(({ name }) => name === stopName);
  if (!setting) return null;
  const isStopped = setting.value === 'yes';

  async function start() {
    const done = await act.run(() => settingsApi.change({ version, changes: { [stopName]: null } }));
    if (!done) return;
    showToast({ text: text.started });
    await reload();
  }

  return (
    <Panel title={text.title}>
      {act.problem && <ErrorMessage>{problemText(act.problem)}</ErrorMessage>}
      {isStopped ? (
        <>
          <Notice ground="warn" icon="triangle-alert">
            {text.stopped}
          </Notice>
          <ActionButton loading={act.isRunning} onClick={() => void start()}>
            {text.start}
          </ActionButton>
        </>
      ) : (
        <>
          <p>{text.text}</p>
          <Button variant="danger" size="xs" onClick={() => setAsking(true)}>
            {text.button}
          </Button>
        </>
      )}
      {isAsking && (
        <Question
          title={text.question}
          text={text.text}
          button={text.button}
          isDanger
          act={() => settingsApi.change({ version, changes: { [stopName]: 'yes' } })}
          onClose={() => setAsking(false)}
          onDone={() => {
            showToast({ text: text.stopped });
            void reload();
          }}
        />
      )}
    </Panel>
  );
}
