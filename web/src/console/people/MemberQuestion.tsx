import { showToast } from '../../ui/toast/toast.ts';
import { operatorsApi } from '../api/operators.ts';
import { type Member, peopleApi } from '../api/people.ts';
import { Question } from '../confirm/Question.tsx';
import * as t from '../messages/texts.ts';
import { Facts } from '../parts/Facts.tsx';

export type MemberAct = 'makeOperator' | 'block' | 'unblock' | 'erase';

type Props = { act: MemberAct; member: Member; onClose: () => void; onDone: () => void };

/** Asks before something is done to a member. */
export function MemberQuestion({ act, member: { id, email, chats }, onClose, onDone }: Props) {
  const text = t.people;
  const acts = {
    makeOperator: {
      question: text.operatorQuestion,
      run: () => operatorsApi.add(id),
      done: text.isOperator,
      isDanger: false,
    },
    block: {
      question: text.blockQuestion,
      run: () => peopleApi.block(id),
      done: text.blocked,
      isDanger: true,
    },
    unblock: {
      question: text.unblockQuestion,
      run: () => peopleApi.unblock(id),
      done: text.unblocked,
      isDanger: false,
    },
    erase: {
      question: text.eraseQuestion,
      run: () => peopleApi.erase(id),
      done: text.erased,
      isDanger: true,
    },
  };
  const { question, run, done, isDanger } = acts[act];
  return (
    <Question
      title={question.title(email)}
      text={question.text}
      button={question.button}
      isDanger={isDanger}
      act={run}
      onClose={onClose}
      onDone={() => {
        showToast({ text: done(email) });
        onDone();
      }}
    >
      {act === 'erase' && <Facts facts={[[text.eraseQuestion.chats, t.format.number(chats)]]} />}
    </Question>
  );
}
