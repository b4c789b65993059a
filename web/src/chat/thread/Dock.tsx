import type { Ref } from 'react';
import { Link } from 'wouter';
import type { Chat } from '../../api/chats.ts';
import type { Bootstrap, Person } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { paths } from '../../routes.ts';
import { canUpgrade } from '../../session/can-upgrade.ts';
import { HelpLines } from '../assistant/HelpLines.tsx';
import { quietText, spentText, type WhatIsLeft } from '../assistant/what-is-left.ts';
import { Composer } from '../composer/Composer.tsx';
import type { useDraft } from '../composer/use-draft.ts';
import { ToEnd } from './ToEnd.tsx';

type Props = {
  form: Ref<HTMLFormElement>;
  assistant: Chat['assistant'];
  bootstrap: Bootstrap;
  person: Person;
  left: WhatIsLeft;
  draft: ReturnType<typeof useDraft>;
  isReplying: boolean;
  mustWait: boolean;
  takesFocus: boolean;
  onSend: () => void;
  onStop: () => void;
  /** Null while the end is in view. */
  onToEnd: (() => void) | null;
};

/** What stands at the foot of the page: help, the composer, and what is left. */
export function Dock({ assistant, bootstrap, person, left, draft, mustWait, onToEnd, ...composer }: Props) {
  const { limits, model } = bootstrap;
  return (
    <Composer
      {...composer}
      text={draft.text}
      onText={draft.write}
      limit={limits.messageCharacters}
      mustWait={mustWait || left.isSpent}
      help={
        <>
          {onToEnd && <ToEnd onPress={onToEnd} />}
          <HelpLines lines={assistant.help} />
        </>
      }
      shut={left.isSpent ? <Spent person={person} left={left} /> : null}
      foot={
        <>
          <span role="status">{quietText(left)}</span>{' '}
          <span>{model.isDemo ? t.chat.composer.demo : t.chat.composer.canBeWrong(assistant.name)}</span>
        </>
      }
    />
  );
}

function Spent({ person, left }: { person: Person; left: WhatIsLeft }) {
  return (
    <>
      <p role="status">{spentText(left)}</p>
      {canUpgrade(person) && <Link href={paths.createAccount}>{t.common.createAccount}</Link>}
    </>
  );
}
