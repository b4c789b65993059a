import { resolve } from 'node:path';
import type { Language, Limits, Settings } from '@foyer/policy';
import type { Brand } from './brand/brand.ts';
import { type SettingValues, settingsTable } from './settings-schema.ts';

/** The settings that operators can change while the servers run, where the environment does not set them. */
export const liveNames = [
  'CODES_STOPPED',
  'DEFAULT_LOGIN_CODE',
  'LOGIN_CODES',
  'LOGIN_LINKS',
  'REGISTRATION',
  'REGISTRATION_CODES',
  'DEFAULT_REGISTRATION_CODE',
  'GUEST_CONVERSION',
  'MESSAGE_CHARACTERS',
  'DEFAULT_GUESTS_PER_HOUR',
  'GUEST_MESSAGES_PER_HOUR',
  'MEMBER_MESSAGES_PER_DAY',
  'CHATS_PER_PERSON',
  'MESSAGES_PER_CHAT',
  'CHARACTERS_PER_PERSON',
  'SESSIONS_PER_PERSON',
  'STREAMS_PER_PERSON',
  'MODEL_CALLS_PER_DAY',
  'BRAND_NAME',
  'BRAND_ACCENT',
  'IMPRINT_URL',
  'PRIVACY_URL',
  'SUPPORT_URL',
  'LANGUAGE',
  'TIME_ZONE',
] as const satisfies (keyof SettingValues)[];

export type LiveName = (typeof liveNames)[number];

/** Changed in place: read these fields at each use, and keep no copy of a value. */
export type LiveParts = {
  settings: Settings;
  limits: Limits;
  brand: Brand;
  language: Language;
  defaultLoginCode: string | null;
  defaultRegistrationCode: string | null;
};

/** Values as the environment writes them. */
export type Stored = { readonly [name: string]: string };

export type Ignored = { name: string; problem: string };

export type LiveConfig = {
  /** What the environment and `.env` set, as it is written. It contains secrets. */
  given: Stored;
  /** Puts stored values in force, in place. The environment wins; what is not valid is returned and ignored. */
  apply: (stored: Stored) => Ignored[];
  /** What a config with these stored values would say; this one stays. */
  preview: (stored: Stored) => LiveParts;
};

export function isLiveName(name: string): name is LiveName {
  return (liveNames as readonly string[]).includes(name);
}

/** Null when the text is a valid value, by the reader of the environment. */
export function problemOfValue(name: LiveName, text: string): string | null {
  const { error } = settingsTable.shape[name].safeParse(text);
  return error?.issues[0]?.message ?? null;
}

export function liveConfig(
  config: LiveParts,
  { given, parsed, root }: { given: Stored; parsed: SettingValues; root: string },
): LiveConfig {
  function read(stored: Stored): { parts: LiveParts; ignored: Ignored[] } {
    const values: Record<string, unknown> = { ...parsed };
    const ignored: Ignored[] = [];
    for (const [name, text] of Object.entries(stored)) {
      if (given[name] !== undefined) continue;
      const problem = isLiveName(name) ? problemOfValue(name, text) : 'there is no such setting';
      if (problem !== null) ignored.push({ name, problem });
      else if (isLiveName(name)) values[name] = settingsTable.shape[name].parse(text);
    }
    return { parts: livePartsOf(values as SettingValues, root), ignored };
  }

  return {
    given,
    preview: (stored) => read(stored).parts,
    apply(stored) {
      const { parts, ignored } = read(stored);
      Object.assign(config.settings, parts.settings);
      Object.assign(config.limits, parts.limits);
      Object.assign(config.brand, parts.brand);
      const { language, defaultLoginCode, defaultRegistrationCode } = parts;
      Object.assign(config, { language, defaultLoginCode, defaultRegistrationCode });
      return ignored;
    },
  };
}

export function livePartsOf(values: SettingValues, root: string): LiveParts {
  return {
    settings: {
      hasDefaultLoginCode: values.DEFAULT_LOGIN_CODE !== undefined,
      loginCodes: values.LOGIN_CODES,
      loginLinks: values.LOGIN_LINKS,
      registration: values.REGISTRATION,
      registrationCodes: values.REGISTRATION_CODES,
      hasDefaultRegistrationCode: values.DEFAULT_REGISTRATION_CODE !== undefined,
      guestConversion: values.GUEST_CONVERSION,
      guestCookie: values.GUEST_COOKIE,
      codesStopped: values.CODES_STOPPED === 'yes',
    },
    limits: {
      guestTtlMs: values.GUEST_TTL,
      messageCharacters: values.MESSAGE_CHARACTERS,
      guestMessagesPerHour: values.GUEST_MESSAGES_PER_HOUR,
      defaultGuestsPerHour: values.DEFAULT_GUESTS_PER_HOUR,
      memberMessagesPerDay: values.MEMBER_MESSAGES_PER_DAY,
      chatsPerPerson: values.CHATS_PER_PERSON,
      messagesPerChat: values.MESSAGES_PER_CHAT,
      charactersPerPerson: values.CHARACTERS_PER_PERSON,
      sessionsPerPerson: values.SESSIONS_PER_PERSON,
      streamsPerPerson: values.STREAMS_PER_PERSON,
      modelCallsPerDay: values.MODEL_CALLS_PER_DAY ?? null,
      timeZone: values.TIME_ZONE,
    },
    brand: {
      name: values.BRAND_NAME,
      logoFile: values.BRAND_LOGO_FILE === undefined ? null : resolve(root, values.BRAND_LOGO_FILE),
      accent: values.BRAND_ACCENT ?? null,
      imprintUrl: values.IMPRINT_URL ?? null,
      privacyUrl: values.PRIVACY_URL ?? null,
      supportUrl: values.SUPPORT_URL ?? null,
    },
    language: values.LANGUAGE,
    defaultLoginCode: values.DEFAULT_LOGIN_CODE ?? null,
    defaultRegistrationCode: values.DEFAULT_REGISTRATION_CODE ?? null,
  };
}
