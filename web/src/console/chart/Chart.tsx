import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Table } from '../lists/Table.tsx';
import * as t from '../messages/texts.ts';
import styles from './Chart.module.css';
import { scaleOf } from './scale.ts';

/** A day as `2027-03-01`. Numbers of 1 to 4 people may be hidden. */
export type DayValue = { day: string; value: number | '<5' };

type Props = { title: string; days: DayValue[]; today: string };

/** Bars of one colour, a day each, with a table behind them. */
export function Chart({ title, days, today }: Props) {
  const [isTable, setTable] = useState(false);
  return (
    <>
      {isTable ? <DayTable title={title} days={days} /> : <Bars title={title} days={days} today={today} />}
      <Button variant="subtle" size="xs" onClick={() => setTable(!isTable)}>
        {isTable ? t.frame.chart.asChart : t.frame.chart.asTable}
      </Button>
    </>
  );
}

function Bars({ title, days, today }: Props) {
  const top = scaleOf(days.map(({ value }) => numberOf(value)));
  const step = Math.max(1, Math.ceil(days.length / 4));
  const last = days.at(-1);
  if (!last) return null;
  const total = days.reduce((sum, { value }) => sum + numberOf(value), 0);
  return (
    <figure
      role="img"
      className={styles.chart}
      aria-label={t.frame.chart.summary(
        title,
        t.zoned.ofDay(days[0]?.day ?? last.day),
        t.zoned.ofDay(last.day),
        total,
        numberOf(last.value),
      )}
    >
      <div className={styles.scale}>
        <span>{t.format.number(top)}</span>
        <span>{t.format.number(top / 2)}</span>
        <span>{0}</span>
      </div>
      <ol className={`${styles.bars} ${days.length > 31 ? styles.many : ''}`}>
        {days.map(({ day, value }, index) => {
          const isLast = index === days.length - 1;
          const isNamed = isLast || (index % step === 0 && index < days.length - step / 2);
          return (
            <li key={day}>
              <i
                className={value === '<5' ? styles.few : undefined}
                style={{ blockSize: value === '<5' ? undefined : `${(100 * value) / top}%` }}
              />
              {isLast && <b>{lastBar(value, day, today)}</b>}
              {isNamed && <span>{t.zoned.ofDay(day)}</span>}
            </li>
          );
        })}
      </ol>
    </figure>
  );
}

function DayTable({ title, days }: Omit<Props, 'today'>) {
  return (
    <Table
      label={title}
      rows={days.filter(({ value }) => value !== 0)}
      keyOf={({ day }) => day}
      columns={[
        { name: t.frame.chart.day, cell: ({ day }) => t.zoned.ofDay(day), kind: 'number' },
        {
          name: title,
          cell: ({ value }) => (value === '<5' ? t.use.few : t.format.number(value)),
          kind: 'number',
        },
      ]}
    />
  );
}

function lastBar(value: DayValue['value'], day: string, today: string): string | null {
  if (value === '<5') return null;
  return day === today ? t.frame.chart.today(value) : t.frame.chart.on(value, t.zoned.ofDay(day));
}

const numberOf = (value: DayValue['value']) => (value === '<5' ? 0 : value);
