import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { Button } from '../ui/Button.tsx';
import { Choices, Lead } from '../ui/layout.tsx';
import { Page } from './Page.tsx';

/** The time of a guest is over, and what they wrote is deleted. */
export function TimeOverPage() {
  const session = useSession();
  return (
    <Page title={t.signIn.timeOver.title}>
      <Lead role="status">{t.signIn.timeOver.text}</Lead>
      <p>{t.signIn.timeOver.more}</p>
      <Choices>
        <Button onClick={session.dismissTimeOver}>{t.signIn.timeOver.button}</Button>
      </Choices>
    </Page>
  );
}
