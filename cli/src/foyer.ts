import type { Command, Context } from './command.ts';
import { assistantsCheck } from './commands/assistants/check.ts';
import { assistantsList } from './commands/assistants/list.ts';
import { auditList } from './commands/audit/list.ts';
import { backup } from './commands/backup.ts';
import { codesBatches } from './commands/codes/batches.ts';
import { codesExtend } from './commands/codes/changes/extend.ts';
import { codesRelabel } from './commands/codes/changes/relabel.ts';
import { codesRestore } from './commands/codes/changes/restore.ts';
import { codesRevoke } from './commands/codes/changes/revoke.ts';
import { codesResume, codesStop } from './commands/codes/changes/stop.ts';
import { codesCreate } from './commands/codes/create.ts';
import { codesExport } from './commands/codes/export.ts';
import { codesImport } from './commands/codes/import.ts';
import { codesList } from './commands/codes/list.ts';
import { codesPrint } from './commands/codes/print.ts';
import { codesRoom } from './commands/codes/room.ts';
import { codesShow } from './commands/codes/show.ts';
import { doctor } from './commands/doctor.ts';
import { memberResetLink } from './commands/member/reset-link.ts';
import { migrate } from './commands/migrate.ts';
import { operatorAdd } from './commands/operator/add.ts';
import { operatorList } from './commands/operator/list.ts';
import { operatorRemove } from './commands/operator/remove.ts';
import { peopleList } from './commands/people/list.ts';
import { peoplePutOut } from './commands/people/put-out.ts';
import { proveErasure } from './commands/prove-erasure.ts';
import { restore } from './commands/restore.ts';
import { secretRotate } from './commands/secret/rotate.ts';
import { serve } from './commands/serve.ts';
import { sessionsEnd } from './commands/sessions/end.ts';
import { settingsList } from './commands/settings/list.ts';
import { settingsSet, settingsUnset } from './commands/settings/set.ts';
import { tokenCreate } from './commands/token/create.ts';
import { tokenList } from './commands/token/list.ts';
import { tokenRevoke } from './commands/token/revoke.ts';
import { WrongUsage } from './terminal/failure.ts';
import { renderManual, renderOverview, synopsisOf } from './terminal/manual.ts';

const commands: Command[] = [
  serve,
  migrate,
  doctor,
  backup,
  restore,
  codesCreate,
  codesImport,
  codesExport,
  codesList,
  codesShow,
  codesBatches,
  codesPrint,
  codesRoom,
  codesRevoke,
  codesRestore,
  codesStop,
  codesResume,
  assistantsList,
  assistantsCheck,
  codesExtend,
  codesRelabel,
  peopleList,
  peoplePutOut,
  memberResetLink,
  operatorAdd,
  operatorList,
  operatorRemove,
  tokenCreate,
  tokenList,
  tokenRevoke,
  auditList,
  settingsList,
  settingsSet,
  settingsUnset,
  sessionsEnd,
  secretRotate,
  proveErasure,
];

const groups = [
  'codes',
  'people',
  'assistants',
  'member',
  'operator',
  'token',
  'audit',
  'settings',
  'sessions',
  'secret',
];

export async function foyer(args: string[], version: string, context: Context): Promise<void> {
  const { print } = context;
  if (args[0] === '--version' || args[0] === '-V') return print(version);
  if (args[0] === 'help') return foyer([...args.slice(1), '--help'], version, context);
  const command = commands.find(({ manual }) => begins(args, manual.name));
  if (!command) return overview(args, print);
  if (asksForHelp(args)) return print(renderManual(command.manual));
  await command.run(args.slice(wordsOf(command.manual.name).length), context);
}

/** Shown after wrong usage. */
export function usageHint(args: string[]): string {
  const command = commands.find(({ manual }) => begins(args, manual.name));
  return command ? `Usage: ${synopsisOf(command.manual)}` : '`./foyer --help` lists the commands.';
}

function overview(args: string[], print: Context['print']) {
  const group = groups.find((name) => name === args[0]) ?? '';
  const rest = group ? args.slice(1) : args;
  if (!asksForHelp(rest.slice(0, 1))) {
    throw new WrongUsage(
      rest[0] === undefined ? 'a command is missing' : `there is no command ${args.join(' ')}`,
    );
  }
  const manuals = commands.map(({ manual }) => manual).filter(({ name }) => name.startsWith(group));
  print(renderOverview(group, manuals));
}

function begins(args: string[], name: string): boolean {
  return wordsOf(name).every((word, index) => args[index] === word);
}

function wordsOf(name: string): string[] {
  return name.split(' ');
}

function asksForHelp(args: string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}
