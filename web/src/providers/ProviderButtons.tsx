import { Button } from '@mantine/core';
import type { Provider } from '../api.ts';
import styles from './ProviderButtons.module.css';

type Props = {
  providers: Provider[];
  leavingBy: string | null;
  disabled?: boolean;
  onChoose: (provider: string) => void;
};

/** The ways in through somebody else, after the form. */
export function ProviderButtons({ providers, leavingBy, disabled = false, onChoose }: Props) {
  if (providers.length === 0) return null;
  return (
    <section className={styles.providers} aria-label="With another login">
      <p className={styles.or}>or</p>
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          size="md"
          variant="default"
          classNames={{ root: styles.provider, label: styles.name }}
          loading={leavingBy === id}
          disabled={disabled || leavingBy !== null}
          onClick={() => onChoose(id)}
        >
          Continue with {name}
        </Button>
      ))}
    </section>
  );
}
