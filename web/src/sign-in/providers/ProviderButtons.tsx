import type { Provider } from '../../api/client.ts';
import { ActButton } from '../../ui/ActionButton.tsx';
import styles from './ProviderButtons.module.css';

type Props = {
  providers: Provider[];
  leavingBy: string | null;
  disabled?: boolean;
  mustWait: boolean;
  onChoose: (provider: string) => void;
};

/** The ways in through somebody else, after the form. */
export function ProviderButtons({ providers, leavingBy, disabled = false, mustWait, onChoose }: Props) {
  if (providers.length === 0) return null;
  return (
    <section className={styles.providers} aria-label="With another login">
      <p className={styles.or}>or</p>
      {providers.map(({ id, name }) => (
        <ActButton
          key={id}
          size="md"
          variant="default"
          classNames={{ root: styles.provider, label: styles.name }}
          loading={leavingBy === id}
          disabled={disabled}
          mustWait={mustWait || leavingBy !== null}
          onClick={() => onChoose(id)}
        >
          Continue with {name}
        </ActButton>
      ))}
    </section>
  );
}
