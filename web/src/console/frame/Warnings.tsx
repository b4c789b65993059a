import { Link } from 'wouter';
import { Notice } from '../../ui/Notice.tsx';
import { operatorsApi, type Warning } from '../api/operators.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { consolePaths } from '../paths.ts';
import styles from './Frame.module.css';

const shownAtOnce = 3;

/** What needs attention now. */
export function Warnings() {
  const { value } = useLoad(operatorsApi.warnings);
  const warnings = value?.warnings ?? [];
  if (warnings.length === 0) return null;
  const more = warnings.length - shownAtOnce;
  return (
    <section className={styles.warnings} aria-label={t.frame.warnings.label}>
      {warnings.slice(0, shownAtOnce).map((warning) => (
        <Notice key={keyOf(warning)} ground="warn" icon="triangle-alert">
          {[`${textOf(warning)} `, link(warning)]}
        </Notice>
      ))}
      {more > 0 && <p>{t.frame.warnings.more(more)}</p>}
    </section>
  );
}

function link(warning: Warning) {
  if ('codeId' in warning)
    return (
      <Link key="code" href={consolePaths.code(warning.codeId)}>
        {t.frame.warnings.toCode}
      </Link>
    );
  if (warning.kind === 'batch-ends')
    return (
      <Link key="batch" href={consolePaths.batch(warning.batch)}>
        {t.frame.warnings.toBatch}
      </Link>
    );
  if (warning.kind === 'refused-tries') return null;
  return (
    <Link key="settings" href={consolePaths.settings}>
      {t.frame.warnings.toSettings}
    </Link>
  );
}

function textOf(warning: Warning): string {
  const text = t.frame.warnings;
  switch (warning.kind) {
    case 'codes-stopped':
      return text.codesStopped;
    case 'code-low':
      return text.codeLow(warning.label ?? text.aCode, warning.remaining);
    case 'code-ends':
      return text.codeEnds(warning.label ?? text.aCode, t.zoned.moment(warning.endsAt));
    case 'batch-ends':
      return text.batchEnds(warning.label ?? text.aBatch, warning.codes, t.zoned.moment(warning.endsAt));
    case 'default-code':
      return warning.code === 'login' ? text.defaultLogin : text.defaultRegistration;
    case 'refused-tries':
      return text.refusedTries(warning.count, warning.minutes);
    case 'ignored-setting':
      return text.ignoredSetting(warning.name);
  }
}

function keyOf(warning: Warning): string {
  const { kind } = warning;
  if ('codeId' in warning) return `${kind} ${warning.codeId}`;
  if (warning.kind === 'batch-ends') return `${kind} ${warning.batch}`;
  if (warning.kind === 'default-code') return `${kind} ${warning.code}`;
  return warning.kind === 'ignored-setting' ? `${kind} ${warning.name}` : kind;
}
