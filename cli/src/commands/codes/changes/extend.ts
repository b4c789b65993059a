import { parseArgs } from 'node:util';
import { findDigest } from '@foyer/invitation-codes/find-digest';
import { countTimedGuests, giveMinutes } from '@foyer/invitation-codes/more-minutes';
import { maxOpened } from '@foyer/invitation-codes/terms';
import { command, noteAct } from '@foyer/server/audit';
import type { Command, Context } from '../../../command.ts';
import { Failure, WrongUsage } from '../../../terminal/failure.ts';
import { asJson, timeInWords } from '../../../terminal/format.ts';
import { countOf, timeOf } from '../../../terminal/option-values.ts';
import { counted } from '../../../terminal/table.ts';
import { selectedOf } from '../acts.ts';
import { maxWithoutYes, refuseUnknownBatch, type Selection, selectionFrom } from '../options/selection.ts';
import { changeManual, changeOptions, changeSelected, dryRun } from './change.ts';

const options = { ...changeOptions, until: { type: 'string' }, minutes: { type: 'string' } } as const;

export const codesExtend: Command = {
  manual: {
    name: 'codes extend',
    synopsis: 'CODE | [--batch ID] [--label LABEL] [--kind KIND] --until TIME | --minutes N [--yes] [--json]',
    summary: 'let codes work longer, or give the people who are in more time',
    about: `With --until the codes work until another time, also an earlier one. TIME is ISO 8601, in UTC unless it has a zone. A
date alone is the end of that day in TIME_ZONE. A short code cannot work for more than 24 hours.

With --minutes the guests who are in now, and whose time is limited, may stay longer. The codes do not change.`,
    options: [
      ['--until TIME', 'when the codes stop working'],
      ['--minutes N', 'how many minutes more each guest who is in gets'],
      ...changeManual,
    ],
    failure: 'there is no such code, the time is refused, or something failed',
    example: './foyer codes extend --batch K7M4-PQ29 --minutes 15',
  },

  async run(args, context) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { until, minutes } = values;
    if ((until === undefined) === (minutes === undefined))
      throw new WrongUsage('use either --until TIME or --minutes N');
    const selection = selectionFrom(positionals, values);
    if (minutes !== undefined) {
      const more = countOf('--minutes', minutes, maxOpened.minutesPerPerson);
      return extendStays(context, selection, more, values);
    }
    const { timeZone } = (await context.settings()).limits;
    const validUntil = timeOf('--until', until ?? '', 'end', timeZone);
    if (validUntil < context.now) process.stderr.write('foyer: already expired: nobody can enter\n');
    const done = `extended until ${timeInWords(validUntil, timeZone)}`;
    await changeSelected(context, selection, { act: 'extend', validUntil }, { ...values, done });
  },
};

async function extendStays(
  { open, print, now }: Context,
  selection: Selection,
  minutes: number,
  { yes, json }: { yes: boolean; json: boolean },
) {
  await open(async ({ db, keys }) => {
    const { code } = selection;
    const filter = code === null ? selection.filter : { digest: await findDigest(db, keys, code) };
    await refuseUnknownBatch({ db }, filter);
    const guests = await countTimedGuests(db, filter, now);
    if (guests === 0) throw new Failure('no guest whose time is limited is in');
    const isDryRun = guests > maxWithoutYes && !yes;
    const changed = isDryRun
      ? guests
      : await db.transaction().execute(async () => {
          const given = await giveMinutes(db, filter, minutes, now);
          const selected = await selectedOf({ db, keys }, selection, { minutes });
          await noteAct(db, command, { act: 'guest.give-minutes', count: given, ...selected }, now);
          return given;
        });
    if (json) return print(asJson({ guests: changed, changed: !isDryRun }));
    const given = `${counted(changed, 'guest')} may stay ${counted(minutes, 'minute')} longer.`;
    print(isDryRun ? dryRun(guests, 'guest') : given);
  });
}
