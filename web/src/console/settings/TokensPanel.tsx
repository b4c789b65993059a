import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Aside } from '../../ui/layout.tsx';
import { operatorsApi, type Token } from '../api/operators.ts';
import { Question } from '../confirm/Question.tsx';
import { LoadError } from '../lists/LoadError.tsx';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { MakeToken } from './MakeToken.tsx';
import styles from './settings.module.css';

/** Tokens for programs. */
export function TokensPanel() {
  const { value, problem, reload } = useLoad(operatorsApi.tokens);
  const [ending, setEnding] = useState<Token | null>(null);
  const text = t.settings.tokens;
  return (
    <Panel title={text.title}>
      <p>{text.text}</p>
      {problem && <LoadError problem={problem} again={reload} />}
      {value?.tokens.length === 0 && <Aside>{text.none}</Aside>}
      <ul className={styles.entries}>
        {value?.tokens.map((token) => (
          <li key={token.id} className={styles.entry}>
            <div>
              {token.name}
              <Aside>{token.scopes.map((scope) => text.scope[scope]).join(' · ')}</Aside>
              <Aside>{`${text.created(t.zoned.day(token.createdAt))} · ${lastUse(token)}`}</Aside>
            </div>
            {token.revokedAt === null && (
              <Button variant="default" size="xs" onClick={() => setEnding(token)}>
                {text.revoke}
                <span className="visually-hidden">{` ${token.name}`}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <MakeToken onMade={() => void reload()} />
      {ending && (
        <Question
          title={text.revokeQuestion.title(ending.name)}
          text={text.revokeQuestion.text}
          button={text.revokeQuestion.button}
          isDanger
          act={() => operatorsApi.revokeToken(ending.id)}
          onClose={() => setEnding(null)}
          onDone={() => void reload()}
        />
      )}
    </Panel>
  );
}

function lastUse({ revokedAt, lastUsedAt }: Token): string {
  const text = t.settings.tokens;
  if (revokedAt !== null) return text.revoked(t.zoned.day(revokedAt));
  return lastUsedAt === null ? text.neverUsed : text.lastUsed(t.zoned.ago(lastUsedAt));
}
