import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Bones } from '../../ui/parts/Bones.tsx';
import { showToast } from '../../ui/toast/toast.ts';
import { type Guest, peopleApi } from '../api/people.ts';
import { Question } from '../confirm/Question.tsx';
import { useAct } from '../confirm/use-act.ts';
import { LoadError } from '../lists/LoadError.tsx';
import { Pager } from '../lists/Pager.tsx';
import { problemText } from '../lists/problem-text.ts';
import { Table } from '../lists/Table.tsx';
import { useAddress } from '../lists/use-address.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';

const moreMinutes = 15;
const refreshMs = 15_000;

export function Guests() {
  const { get } = useAddress();
  const [after, code] = [get('after'), get('code')];
  const ask = useCallback(
    () => peopleApi.guests({ limit: 50, ...(after && { after }), ...(code && { code }) }),
    [after, code],
  );
  const { value, problem, reload } = useLoad(ask, refreshMs);
  const giving = useAct();
  const [leaving, setLeaving] = useState<Guest | null>(null);
  const text = t.people;

  async function giveMore({ id }: Guest) {
    const done = await giving.run(() => peopleApi.giveMinutes(id, moreMinutes));
    if (!done) return;
    showToast({ text: text.gaveMore(t.zoned.clock(done.value.endsAt)) });
    await reload();
  }

  return (
    <>
      {giving.problem && <ErrorMessage>{problemText(giving.problem)}</ErrorMessage>}
      {problem && <LoadError problem={problem} again={reload} />}
      {!value && !problem && (
        <Panel>
          <Bones count={6} />
        </Panel>
      )}
      {value?.guests.length === 0 && <Panel>{text.noGuests}</Panel>}
      {value && value.guests.length > 0 && (
        <Panel isTable>
          <Table
            label={text.guests}
            rows={value.guests}
            keyOf={({ id }) => id}
            columns={[
              {
                name: text.guestColumns.entered,
                cell: ({ enteredAt }) => t.zoned.clock(enteredAt),
                kind: 'number',
              },
              {
                name: text.guestColumns.code,
                cell: (guest) =>
                  guest.code ? (
                    <Link href={consolePaths.code(guest.code.id)}>{guest.code.label ?? text.aCode}</Link>
                  ) : (
                    text.noCode
                  ),
              },
              {
                name: text.guestColumns.messages,
                cell: ({ messages }) => t.format.number(messages),
                kind: 'number',
              },
              {
                name: text.guestColumns.seen,
                cell: ({ lastSeenAt }) => t.zoned.ago(lastSeenAt),
                kind: 'dim',
              },
              {
                name: text.guestColumns.ends,
                cell: ({ endsAt }) => (endsAt === null ? '–' : t.zoned.clock(endsAt)),
                kind: 'number',
              },
              {
                name: text.acts,
                kind: 'acts',
                cell: (guest) => (
                  <div>
                    {guest.endsAt !== null && (
                      <ActionButton
                        variant="subtle"
                        size="xs"
                        mustWait={giving.isRunning}
                        onClick={() => void giveMore(guest)}
                      >
                        {text.more}
                        <span className="visually-hidden">
                          {text.ofGuest(t.zoned.clock(guest.enteredAt))}
                        </span>
                      </ActionButton>
                    )}
                    <Button variant="subtle" size="xs" onClick={() => setLeaving(guest)}>
                      {text.end}
                      <span className="visually-hidden">{text.ofGuest(t.zoned.clock(guest.enteredAt))}</span>
                    </Button>
                  </div>
                ),
              },
            ]}
          />
        </Panel>
      )}
      <Pager next={value?.next ?? null} />
      {leaving && (
        <Question
          {...text.endQuestion}
          isDanger
          act={() => peopleApi.end(leaving.id)}
          onClose={() => setLeaving(null)}
          onDone={() => {
            showToast({ text: text.ended });
            void reload();
          }}
        />
      )}
    </>
  );
}
