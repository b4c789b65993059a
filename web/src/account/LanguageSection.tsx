import * as t from '../messages/texts.ts';
import { LanguageChoice } from '../ui/language/LanguageChoice.tsx';
import { Aside } from '../ui/layout.tsx';
import { Section } from '../ui/Section.tsx';

export function LanguageSection() {
  return (
    <Section title={t.common.language}>
      <Aside>{t.account.language}</Aside>
      <LanguageChoice />
    </Section>
  );
}
