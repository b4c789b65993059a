/** The product's switches: public, plain data. A code itself is never part of them, only whether one is set. */
export type Settings = {
  /** Whether there is a default login code, the one that *Continue as Guest* uses. Default: no. */
  hasDefaultLoginCode: boolean;
  /** Whether the pages offer login by code. A login code in a link works all the same. */
  loginCodes: 'enabled' | 'disabled';
  /** Whether a login code in a link enters at once, or after one click. */
  loginLinks: 'automatic' | 'confirm';
  /** Whether accounts can be created from the outside. */
  registration: 'enabled' | 'disabled';
  /** Whether creating an account takes a registration code. */
  registrationCodes: 'required' | 'not-required';
  /** Whether there is a default registration code, used when the person brings none. Default: no. */
  hasDefaultRegistrationCode: boolean;
  /** Whether a guest may become a member inside the app, and whether that takes a registration code. */
  guestConversion: 'free' | 'code' | 'off';
  /** Whether a guest's session ends with the browser, or only by `GUEST_TTL`. */
  guestCookie: 'session' | 'ttl';
};

/** What holds when the operator sets nothing. */
export const defaultSettings: Settings = {
  hasDefaultLoginCode: false,
  loginCodes: 'enabled',
  loginLinks: 'automatic',
  registration: 'enabled',
  registrationCodes: 'required',
  hasDefaultRegistrationCode: false,
  guestConversion: 'free',
  guestCookie: 'session',
};

/** Where a guest who leaves quickly is led when the operator names no site: one that everybody may look at. */
export const defaultLeaveUrl = 'https://www.bbc.com/weather';

/** What bounds a person's use of the chat. */
export type Limits = {
  /** How long a guest may be idle, in milliseconds. Default: 24 hours. */
  guestTtlMs: number;
  /** The most characters (Unicode code points) in one message. Default: 8,000. */
  messageCharacters: number;
  /** The most messages that a guest may send in an hour. Default: 60. */
  guestMessagesPerHour: number;
  /** How many guests the default login code lets in within an hour. Default: 600. */
  defaultGuestsPerHour: number;
  /** The most messages that a member may send in 24 hours. Default: 500. */
  memberMessagesPerDay: number;
  /** The most chats that one person may keep. Default: 5,000. */
  chatsPerPerson: number;
  /** The most messages in one chat, questions and replies. Default: 5,000. */
  messagesPerChat: number;
  /** The most characters in all messages of one person, questions and replies. Default: 20,000,000. */
  charactersPerPerson: number;
  /** The most sessions of one person; a new one ends the one that was unused for longest. Default: 20. */
  sessionsPerPerson: number;
  /** The most streams of replies that one person may have open on one server. Default: 5. */
  streamsPerPerson: number;
  /** The most replies that the model may be asked for in one day (UTC) by everybody; null for no bound. Default: null. */
  modelCallsPerDay: number | null;
};

/** What holds when the operator sets nothing. */
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
};
