import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { Bones } from '../../ui/parts/Bones.tsx';
import { type Member, peopleApi } from '../api/people.ts';
import { useHouse } from '../house.ts';
import { LoadError } from '../lists/LoadError.tsx';
import { Pager } from '../lists/Pager.tsx';
import { Table } from '../lists/Table.tsx';
import { useAddress } from '../lists/use-address.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';
import { type MemberAct, MemberQuestion } from './MemberQuestion.tsx';

export function Members() {
  const { me } = useHouse();
  const { get } = useAddress();
  const [after, id, blocked] = [get('after'), get('member'), get('blocked') === 'yes'];
  const ask = useCallback(
    () =>
      peopleApi.members({
        limit: 50,
        ...(after && { after }),
        ...(id && { id }),
        ...(blocked && { isBlocked: true }),
      }),
    [after, id, blocked],
  );
  const { value, problem, reload } = useLoad(ask);
  const [question, setQuestion] = useState<{ act: MemberAct; member: Member } | null>(null);
  const text = t.people;

  const button = (act: MemberAct, member: Member) => (
    <Button key={act} variant="subtle" size="xs" onClick={() => setQuestion({ act, member })}>
      {text[act]}
      <span className="visually-hidden">{text.ofMember(member.email)}</span>
    </Button>
  );
  return (
    <>
      {problem && <LoadError problem={problem} again={reload} />}
      {!value && !problem && (
        <Panel>
          <Bones count={6} />
        </Panel>
      )}
      {value?.members.length === 0 && <Panel>{id || blocked ? t.frame.nothingFound : text.noMembers}</Panel>}
      {value && value.members.length > 0 && (
        <Panel isTable>
          <Table
            label={text.members}
            rows={value.members}
            keyOf={({ id }) => id}
            columns={[
              { name: text.memberColumns.email, cell: (member) => member.email },
              {
                name: text.memberColumns.since,
                cell: ({ createdAt }) => t.zoned.shortDay(createdAt),
                kind: 'number',
              },
              { name: text.memberColumns.chats, cell: ({ chats }) => t.format.number(chats), kind: 'number' },
              {
                name: text.memberColumns.code,
                cell: ({ code }) =>
                  code ? (
                    <Link href={consolePaths.code(code.id)}>{code.label ?? text.aCode}</Link>
                  ) : (
                    text.noCode
                  ),
              },
              { name: text.memberColumns.state, cell: stateOf },
              {
                name: text.acts,
                kind: 'acts',
                cell: (member) => (
                  <div>
                    {!member.isOperator && !member.isBlocked && button('makeOperator', member)}
                    {member.id !== me.id && [
                      button(member.isBlocked ? 'unblock' : 'block', member),
                      button('erase', member),
                    ]}
                  </div>
                ),
              },
            ]}
          />
        </Panel>
      )}
      <Pager next={value?.next ?? null} />
      {question && (
        <MemberQuestion {...question} onClose={() => setQuestion(null)} onDone={() => void reload()} />
      )}
    </>
  );
}

function stateOf({ isBlocked, isOperator, isVerified }: Member): string {
  const text = t.people.state;
  if (isBlocked) return text.blocked;
  if (isOperator) return text.operator;
  return isVerified ? text.member : text.notVerified;
}
