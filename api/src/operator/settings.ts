import * as z from 'zod';
import { plainText, time } from '../fields.ts';
import { operatorRoute } from './route.ts';

const base = '/api/operator/settings';

const setting = z.strictObject({
  name: z.string().meta({ description: 'As in the environment: `LOGIN_CODES`' }),
  value: z
    .string()
    .nullable()
    .meta({ description: 'As it is written in the environment; null for none, and for secrets' }),
  from: z.enum(['environment', 'stored', 'default']),
  isChangeable: z.boolean().meta({ description: 'Can be changed here, unless the environment sets it' }),
  isLocked: z.boolean().meta({ description: 'The environment sets it' }),
  isSecret: z.boolean(),
  isSet: z.boolean(),
  about: z.string(),
  form: z.string().meta({ description: 'In words: what may be given' }),
  choices: z.array(z.string()).nullable().meta({ description: 'Null where other values are possible' }),
  default: z.string().nullable(),
  problem: z.string().nullable().meta({ description: 'Why a stored value is ignored' }),
  changedAt: time.nullable(),
});

const warning = z.strictObject({ name: z.string(), message: z.string() });

export const getSettings = operatorRoute({
  method: 'GET',
  base,
  path: '/',
  scope: 'read',
  about:
    'Every setting: its value, where it comes from, and whether it can be changed here. Secrets and codes are never shown.',
  answers: { 200: z.strictObject({ version: z.int(), settings: z.array(setting) }) },
});

export const changeSettings = operatorRoute({
  method: 'PATCH',
  base,
  path: '/',
  scope: 'settings',
  isFresh: true,
  about:
    'Changes settings; null takes a stored value back. In force on every server within two seconds. `version` is that of the settings that were read: 409 when somebody changed them meanwhile. With `dryRun` nothing changes: `warnings` say what the change would lock or open.',
  body: z.strictObject({
    version: z.int(),
    changes: z.record(plainText(100), plainText(10_000).nullable()),
    dryRun: z.boolean().optional(),
  }),
  answers: { 200: z.strictObject({ version: z.int(), warnings: z.array(warning) }) },
  refuses: { 409: ['SETTING_LOCKED', 'CHANGED_MEANWHILE'] },
});

export type Setting = z.output<typeof setting>;
