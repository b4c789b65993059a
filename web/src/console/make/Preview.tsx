import { codeLink, languageOfTag } from '@foyer/policy';
import { Notice } from '../../ui/Notice.tsx';
import { settingsApi } from '../api/settings.ts';
import { CardPreview } from '../card/CardPreview.tsx';
import { useHouse } from '../house.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { numberOf } from '../terms/number.ts';
import { type MakeFields, sumOf, untilOf } from './form.ts';
import styles from './make.module.css';

const exampleCode = '7K2M-9QXD-4HVN8';
const shortExample = 'K7M-4PQ';
const cardsOnASheet = 10;

/** The card that the form makes, with a code that is only an example. */
export function Preview({ fields }: { fields: MakeFields }) {
  const { assistants, publicUrl, timeZone, isPublic } = useHouse().options;
  const { value: settings } = useLoad(settingsApi.get);
  const house = settings?.settings.find(({ name }) => name === 'LANGUAGE');
  const code = fields.code.trim() || (fields.isShort ? shortExample : exampleCode);
  const path = fields.kind === 'login' ? '' : '/register';
  const assistant = assistants.find(({ id }) => id === fields.opened.assistant)?.name ?? null;
  return (
    <aside className={styles.show} aria-label={t.make.preview.label}>
      <div className={styles.paper}>
        <CardPreview
          code={code}
          kind={fields.kind}
          link={codeLink({ code, kind: fields.kind }, publicUrl)}
          host={`${new URL(publicUrl).host}${path}`}
          allowed={numberOf(fields.allowed) || 1}
          validUntil={untilOf(fields, Date.now(), timeZone)}
          language={fields.opened.language || null}
          houseLanguage={languageOfTag(house?.value ?? house?.default) ?? 'en'}
          note={fields.note}
          assistant={assistant}
        />
      </div>
      <p className={styles.under}>
        {t.make.preview.text(Math.max(1, Math.ceil((sumOf(fields)?.codes ?? 1) / cardsOnASheet)))}
      </p>
      {!isPublic && <Notice ground="warn">{t.make.preview.private}</Notice>}
    </aside>
  );
}
