import { common } from '../../messages/texts.ts';
import { PlainPage } from '../../page/PlainPage.tsx';
import { paths } from '../../routes.ts';
import { LinkButton } from '../../ui/Button.tsx';
import * as t from '../messages/texts.ts';

/** A member opened the console. */
export function NotOperator({ email }: { email: string }) {
  return (
    <PlainPage
      title={t.frame.notOperator.title}
      back={
        <LinkButton href={paths.newChat} variant="subtle" size="xs">
          {common.backToChat}
        </LinkButton>
      }
    >
      <p>{t.frame.notOperator.text(email)}</p>
    </PlainPage>
  );
}
