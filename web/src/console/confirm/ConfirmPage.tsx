import { useLocation } from 'wouter';
import { Page } from '../../page/Page.tsx';
import { paths } from '../../routes.ts';
import * as t from '../messages/texts.ts';
import { ConfirmForm } from './ConfirmForm.tsx';

/** An operator with a second factor has not given it in this session: nothing of the console is shown before. */
export function ConfirmPage({ email, onConfirmed }: { email: string; onConfirmed: () => unknown }) {
  const [, go] = useLocation();
  return (
    <Page isLong title={t.frame.confirm.title}>
      <ConfirmForm
        hasTwoFactor
        email={email}
        settle={(isConfirmed) => void (isConfirmed ? onConfirmed() : go(paths.newChat))}
      />
    </Page>
  );
}
