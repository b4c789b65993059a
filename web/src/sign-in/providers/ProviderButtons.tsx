import type { Provider } from '../../api/session.ts';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Divider } from '../../ui/layout.tsx';
import styles from './ProviderButtons.module.css';

type Props = {
  providers: Provider[];
  leavingFor: string | null;
  disabled?: boolean;
  mustWait: boolean;
  onChoose: (provider: string) => void;
};

export function ProviderButtons({ providers, leavingFor, disabled = false, mustWait, onChoose }: Props) {
  if (providers.length === 0) return null;
  return (
    <section className={styles.providers} aria-label={t.oauth.otherWays}>
      <Divider>{t.oauth.or}</Divider>
      {providers.map(({ id, name }) => (
        <ActionButton
          key={id}
          variant="default"
          loading={leavingFor === id}
          disabled={disabled}
          mustWait={mustWait || leavingFor !== null}
          onClick={() => onChoose(id)}
        >
          {t.oauth.continueWith(name)}
        </ActionButton>
      ))}
    </section>
  );
}
