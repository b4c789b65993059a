import type { KeyboardEvent, ReactNode } from 'react';
import * as t from '../../messages/texts.ts';
import { CodeField } from '../../ui/fields/CodeField.tsx';
import { LockedCode } from '../../ui/fields/LockedCode.tsx';
import { Aside } from '../../ui/layout.tsx';
import { Words } from '../../ui/Words.tsx';
import styles from './RegistrationCodeField.module.css';

type Props = {
  isLocked: boolean;
  isFromLink: boolean;
  isRequired: boolean;
  error: ReactNode;
  value: string;
  takesFocus: boolean;
  onChange: (typed: string) => void;
  onLeave: () => void;
  onEnter: (event: KeyboardEvent) => void;
  onAnother: (() => void) | undefined;
};

export function RegistrationCodeField({ isLocked, isFromLink, isRequired, onAnother, ...field }: Props) {
  const label = t.common.registrationCode;
  if (!isLocked) {
    return (
      <CodeField
        label={label}
        value={field.value}
        hint={isRequired && !field.value ? `${t.register.codeFirst} ${t.common.codeHint}` : undefined}
        error={field.error}
        takesFocus={field.takesFocus}
        onChange={field.onChange}
        onBlur={field.onLeave}
        onEnter={field.onEnter}
      />
    );
  }
  return (
    <div className={styles.locked}>
      <LockedCode label={label} value={field.value} error={field.error} />
      <Aside>
        <Words>{isFromLink && t.register.fromLink}</Words>{' '}
        <button type="button" className="text-button" onClick={onAnother}>
          {t.register.anotherCode}
        </button>
      </Aside>
    </div>
  );
}
