import { problemOfText } from '@foyer/invitation-codes/code';
import { defaultLeaveUrl, defaultLimits, defaultSettings, languages } from '@foyer/policy';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';
import * as z from 'zod';
import { problemOfAccent } from './brand/accent.ts';
import { logLevels } from './log-level.ts';
import { loginUrl } from './login-url.ts';
import { mailEncryption } from './mail/mail-config.ts';
import { readSender } from './mail/sender.ts';
import { defaultKnowledgeCharacters, defaultPatienceMs, defaultTokens } from './model-config.ts';
import { readHeaders } from './model-headers.ts';
import { isTimeZone } from './time-zone.ts';

export type SettingValues = z.output<typeof settingsTable>;

const defaultPort = 3000;

const code = z.string().refine((text) => problemOfText(text) === null, {
  error: ({ input }) => `the code ${problemOfText(String(input))}`,
});

export const modelValues = z.object({
  MODEL_URL: z
    .url({ protocol: /^https?$/, error: 'an address like http://127.0.0.1:11434/v1 is expected' })
    .optional(),
  MODEL_NAME: z.string().max(500).optional(),
  MODEL_API_KEY: z.string().max(10_000).optional(),
  MODEL_HEADERS: z
    .string()
    .max(10_000, 'at most 10000 characters are expected')
    .transform(readHeaders)
    .optional(),
  // At most an hour: timers overflow at 24 days.
  MODEL_PATIENCE: duration()
    .refine((ms) => ms <= 3_600_000, 'at most 60m is expected')
    .default(defaultPatienceMs),
  MODEL_CONTEXT_TOKENS: wholeNumber(256, 10_000_000).default(defaultTokens.contextTokens),
  MODEL_REPLY_TOKENS: wholeNumber(1, 1_000_000).default(defaultTokens.replyTokens),
});

export type ModelValues = z.output<typeof modelValues>;

/** As `URL` and `NAME`: what follows `MODEL_`, or `MODEL_2_`. */
export const modelNames = Object.keys(modelValues.shape).map((name) => name.slice('MODEL_'.length));

export const settingsTable = z.object({
  DEFAULT_LOGIN_CODE: code.optional(),
  LOGIN_CODES: oneOf('enabled', 'disabled').default(defaultSettings.loginCodes),
  LOGIN_LINKS: oneOf('automatic', 'confirm').default(defaultSettings.loginLinks),
  REGISTRATION: oneOf('enabled', 'disabled').default(defaultSettings.registration),
  REGISTRATION_CODES: oneOf('required', 'not-required').default(defaultSettings.registrationCodes),
  DEFAULT_REGISTRATION_CODE: code.optional(),
  CODES_STOPPED: oneOf('no', 'yes').default('no'),
  GUEST_CONVERSION: oneOf('free', 'code', 'off').default(defaultSettings.guestConversion),
  GUEST_TTL: duration().default(defaultLimits.guestTtlMs),
  LEAVE_URL: z
    .url({ protocol: /^https?$/, error: 'an address like https://www.example.org is expected' })
    .default(defaultLeaveUrl),
  MESSAGE_CHARACTERS: wholeNumber(1, 100_000).default(defaultLimits.messageCharacters),
  GUEST_COOKIE: oneOf('session', 'ttl').default(defaultSettings.guestCookie),
  DEFAULT_GUESTS_PER_HOUR: wholeNumber(1, 1_000_000).default(defaultLimits.defaultGuestsPerHour),
  GUEST_MESSAGES_PER_HOUR: wholeNumber(1, 1_000_000).default(defaultLimits.guestMessagesPerHour),
  MEMBER_MESSAGES_PER_DAY: wholeNumber(1, 1_000_000).default(defaultLimits.memberMessagesPerDay),
  CHATS_PER_PERSON: wholeNumber(1, 1_000_000).default(defaultLimits.chatsPerPerson),
  // At least 2: a question and its reply.
  MESSAGES_PER_CHAT: wholeNumber(2, 1_000_000).default(defaultLimits.messagesPerChat),
  CHARACTERS_PER_PERSON: wholeNumber(1, 1_000_000_000_000).default(defaultLimits.charactersPerPerson),
  SESSIONS_PER_PERSON: wholeNumber(1, 10_000).default(defaultLimits.sessionsPerPerson),
  STREAMS_PER_PERSON: wholeNumber(1, 10_000).default(defaultLimits.streamsPerPerson),
  MODEL_CALLS_PER_DAY: wholeNumber(1, 1_000_000_000).optional(),
  BRAND_NAME: z
    .string()
    .max(60, 'at most 60 characters are expected')
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'one line is expected')
    .default('Foyer'),
  BRAND_LOGO_FILE: z.string().max(4096).optional(),
  BRAND_ACCENT: z
    .string()
    .toLowerCase()
    .refine((hex) => problemOfAccent(hex) === null, {
      error: ({ input }) => problemOfAccent(String(input)) ?? '',
    })
    .optional(),
  IMPRINT_URL: pageOfTheHouse('https://www.example.org/imprint').optional(),
  PRIVACY_URL: pageOfTheHouse('https://www.example.org/privacy').optional(),
  SUPPORT_URL: pageOfTheHouse('https://www.example.org/help or mailto:help@example.org', [
    'mailto',
    'tel',
  ]).optional(),
  LANGUAGE: oneOf(...languages).default('en'),
  TIME_ZONE: z
    .string()
    .max(64)
    .refine(isTimeZone, 'a time zone like Europe/Berlin is expected')
    .default(defaultLimits.timeZone),
  HOST: z.string().max(255).default('127.0.0.1'),
  PORT: wholeNumber(1, 65535).default(defaultPort),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'an address like https://chat.example.org is expected, without a path')
    .optional(),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .refine(areNetworks, 'addresses or networks are expected, separated by commas, like 10.0.0.0/24')
    .default([]),
  TRUST_PROXY_WIDE: oneOf('yes').optional(),
  NODE_ENV: oneOf('production', 'development', 'test').optional(),
  DATA_DIR: z.string().max(4096).default('data'),
  DATABASE_URL: loginUrl(
    /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
    'sqlite:PATH or postgres://… is expected',
  ).optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 1000).default(20),
  SECRET: z
    .string()
    .min(32, 'at least 32 characters are expected')
    .max(1000, 'at most 1000 characters are expected')
    .optional(),
  DRAIN_TIME: duration({ orNone: true }).default(5000),
  LOG_LEVEL: oneOf(...logLevels).default('info'),
  METRICS_PORT: wholeNumber(1, 65535).optional(),
  METRICS_HOST: z.string().max(255).default('127.0.0.1'),
  ...modelValues.shape,
  ASSISTANTS_DIR: z.string().max(4096).optional(),
  // At most what fits into the largest window.
  KNOWLEDGE_CHARACTERS: wholeNumber(0, 10_000_000).default(defaultKnowledgeCharacters),
  SMTP_URL: loginUrl(
    /^smtps?:\/\/./,
    'an address like smtps://user:password@mail.example.org is expected',
  ).optional(),
  SMTP_TLS: oneOf(...mailEncryption).optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (text) => readSender(text) !== null,
      'an email address is expected, like foyer@example.org or Foyer <foyer@example.org>',
    )
    .optional(),
});

export function problemsOfPairs(values: Record<string, string>): string[] {
  const pairs = [
    ['MODEL_URL', 'MODEL_NAME'],
    ['SMTP_URL', 'MAIL_FROM'],
  ] as const;
  const problems = pairs
    .filter(([one, other]) => !values[one] !== !values[other])
    .map(([one, other]) => `${other}: set both ${one} and ${other}, or neither`);
  const { PORT = String(defaultPort), METRICS_PORT } = values;
  if (values.TRUST_PROXY_WIDE === undefined)
    for (const network of (values.TRUST_PROXY ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(isWide))
      problems.push(
        `TRUST_PROXY: ${network} is a wide network: everybody in it can pretend any address. List the proxies, or set TRUST_PROXY_WIDE=yes`,
      );
  if (values.SMTP_TLS === 'off' && values.SMTP_URL?.startsWith('smtps:'))
    problems.push('SMTP_TLS: smtps:// is always encrypted; leave SMTP_TLS out');
  if (METRICS_PORT === PORT) problems.push('METRICS_PORT: must differ from PORT');
  return problems;
}

/** An attack: `javascript:` in a link. So only these protocols are taken. */
function pageOfTheHouse(example: string, more: string[] = []) {
  const protocol = new RegExp(`^(${['https?', ...more].join('|')})$`);
  const error = `an address like ${example} is expected`;
  return z.url({ protocol, error }).max(2000, 'at most 2000 characters are expected');
}

function oneOf<const Values extends readonly string[]>(...values: Values) {
  return z.enum(values, { error: `one of ${values.join(', ')} is expected` });
}

function wholeNumber(min: number, max: number) {
  const error = `a whole number from ${min} to ${max} is expected`;
  return z
    .string()
    .regex(/^\d+$/, error)
    .transform(Number)
    .refine((n) => n >= min && n <= max, error);
}

function duration({ orNone = false } = {}) {
  const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
  const form = orNone ? /^(0|[1-9]\d{0,5})[smhd]$/ : /^[1-9]\d{0,5}[smhd]$/;
  return z
    .string()
    .regex(form, 'a duration like 30s, 90m, 24h or 7d is expected')
    .transform((text) => Number(text.slice(0, -1)) * unitMs[text.slice(-1) as keyof typeof unitMs]);
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search + url.hash === ''
  );
}

function areNetworks(list: string[]): boolean {
  try {
    proxyAddr.compile(list);
    return true;
  } catch {
    return false;
  }
}

const privateNetworks = ['linklocal', 'uniquelocal'];

/** True for more than a /24 (IPv4) or a /64 (IPv6): wider than any group of proxies. */
function isWide(network: string): boolean {
  if (privateNetworks.includes(network)) return true;
  if (!ipaddr.isValidCIDR(network)) return false;
  const [address, bits] = ipaddr.parseCIDR(network);
  if (address.range() === 'loopback') return false;
  return bits < (address.kind() === 'ipv4' ? 24 : 64);
}
