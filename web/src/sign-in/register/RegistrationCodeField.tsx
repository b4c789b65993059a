import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import * as t from '../../messages/texts.ts';
import { codeInput } from '../../ui/fields/code-input.ts';
import styles from '../../ui/layout.module.css';
import { Aside } from '../../ui/layout.tsx';

type Props = {
  isLocked: boolean;
  isFromLink: boolean;
  isRequired: boolean;
  isRefused: boolean;
  describedBy: string | undefined;
  value: string;
  takesFocus: boolean;
  onChange: (text: string) => void;
  onLeave: () => void;
  onEnter: (event: KeyboardEvent) => void;
  onAnother: (() => void) | undefined;
};

export function RegistrationCodeField(props: Props) {
  return (
    <div>
      <TextInput
        {...codeInput}
        label={t.common.registrationCode}
        description={!props.isLocked && props.isRequired && t.register.codeFirst}
        readOnly={props.isLocked}
        classNames={props.isLocked ? { input: styles.locked } : {}}
        error={props.isRefused}
        aria-describedby={props.describedBy}
        autoFocus={props.takesFocus}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && props.onEnter(event)}
        onBlur={props.isLocked ? undefined : props.onLeave}
      />
      {props.isLocked && (
        <Aside>
          {props.isFromLink && t.register.fromLink}{' '}
          <button type="button" className="text-button" onClick={props.onAnother}>
            {t.register.anotherCode}
          </button>
        </Aside>
      )}
    </div>
  );
}
