/** Public settings, explained in docs/settings.md. A code itself is never among them, only whether one is set. */
export type Settings = {
  hasDefaultLoginCode: boolean;
  loginCodes: 'enabled' | 'disabled';
  loginLinks: 'automatic' | 'confirm';
  registration: 'enabled' | 'disabled';
  registrationCodes: 'required' | 'not-required';
  hasDefaultRegistrationCode: boolean;
  guestConversion: 'free' | 'code' | 'off';
  guestCookie: 'session' | 'ttl';
  /** No code opens anything; people who are in stay. */
  codesStopped: boolean;
};

export const defaultSettings: Settings = {
  hasDefaultLoginCode: false,
  loginCodes: 'enabled',
  loginLinks: 'automatic',
  registration: 'enabled',
  registrationCodes: 'required',
  hasDefaultRegistrationCode: false,
  guestConversion: 'free',
  guestCookie: 'session',
  codesStopped: false,
};

/** Where *Leave quickly* goes by default: a site that raises no suspicion. */
export const defaultLeaveUrl = 'https://www.bbc.com/weather';

/** Limits per person; `defaultGuestsPerHour` and `modelCallsPerDay` (null for no limit) are for everybody together. */
export type Limits = {
  guestTtlMs: number;
  messageCharacters: number;
  guestMessagesPerHour: number;
  defaultGuestsPerHour: number;
  memberMessagesPerDay: number;
  chatsPerPerson: number;
  messagesPerChat: number;
  charactersPerPerson: number;
  sessionsPerPerson: number;
  streamsPerPerson: number;
  modelCallsPerDay: number | null;
  /** Where the day of a daily limit begins: an IANA name, as `Europe/Berlin`. */
  timeZone: string;
};

export const defaultLimits: Limits = {
  guestTtlMs: 24 * 60 * 60 * 1000,
  messageCharacters: 8000,
  guestMessagesPerHour: 60,
  defaultGuestsPerHour: 600,
  memberMessagesPerDay: 500,
  chatsPerPerson: 5000,
  messagesPerChat: 5000,
  charactersPerPerson: 20_000_000,
  sessionsPerPerson: 20,
  streamsPerPerson: 5,
  modelCallsPerDay: null,
  timeZone: 'UTC',
};
