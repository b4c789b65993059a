import { languages, type Settings } from '@foyer/policy';
import * as z from 'zod';
import { plainText } from './fields.ts';
import { everywhere, refusals, route, signedIn } from './route.ts';

const settings = z.strictObject({
  hasDefaultLoginCode: z.boolean(),
  loginCodes: z.enum(['enabled', 'disabled']),
  loginLinks: z.enum(['automatic', 'confirm']),
  registration: z.enum(['enabled', 'disabled']),
  registrationCodes: z.enum(['required', 'not-required']),
  hasDefaultRegistrationCode: z.boolean(),
  guestConversion: z.enum(['free', 'code', 'off']),
  guestCookie: z.enum(['session', 'ttl']),
  codesStopped: z.boolean().meta({ description: 'No code opens anything; people who are in stay' }),
}) satisfies z.ZodType<Settings>;

export const provider = z.strictObject({ id: z.string(), name: z.string() });

export const language = z.enum(languages);

export const assistantOnPages = z.strictObject({
  id: z.string().nullable(),
  name: z.string().nullable(),
  greeting: z.string().nullable(),
  beginnings: z.array(z.string()).meta({ description: 'First messages that the person can choose' }),
  help: z.array(z.string()).meta({ description: 'Lines that are always on screen' }),
  picture: z.string().nullable().meta({ description: 'A path on this server' }),
});

const accentColours = z.strictObject({
  accent: z.string(),
  'accent-hover': z.string(),
  'accent-press': z.string(),
  'on-accent': z.string(),
  soft: z.string(),
  'soft-ink': z.string(),
});

const brand = z.strictObject({
  name: z.string(),
  logo: z.string().nullable().meta({ description: 'A path on this server' }),
  accent: z
    .strictObject({ light: accentColours, dark: accentColours })
    .nullable()
    .meta({ description: 'The colours made from BRAND_ACCENT; null for those of the design' }),
  imprintUrl: z.string().nullable(),
  privacyUrl: z.string().nullable(),
  supportUrl: z.string().nullable().meta({ description: 'May begin with `mailto:` or `tel:`' }),
});

export const person = z.strictObject({
  /** Tells users apart; it contains nothing about them. */
  id: z.string(),
  isGuest: z.boolean(),
  email: z.string().nullable(),
  mustVerify: z
    .boolean()
    .meta({ description: 'A member who has to confirm their email before they can chat' }),
  conversion: z
    .enum(['off', 'code', 'free'])
    .nullable()
    .meta({ description: 'What a guest needs to become a member; null for a member' }),
  assistant: assistantOnPages.meta({
    description:
      'Who answers in new chats. Null fields and empty lists where its file says nothing, and for the default assistant',
  }),
  terms: z
    .strictObject({
      messages: z.int().nullable(),
      messagesPerDay: z.int().nullable(),
      dayEndsAt: z.iso
        .datetime()
        .nullable()
        .meta({ description: 'When the messages of the day come back; null without a limit per day' }),
      minutes: z.int().nullable().meta({ description: 'How long the guest may stay' }),
    })
    .meta({ description: 'What the invitation code allows each person; null where it sets no limit' }),
  left: z
    .strictObject({
      messages: z.int().nullable(),
      messagesToday: z.int().nullable(),
      endsAt: z.iso.datetime().nullable(),
    })
    .meta({ description: 'What the invitation code still allows; null where it sets no limit' }),
});

export const access = z.strictObject({
  settings,
  limits: z.strictObject({
    messageCharacters: z.int(),
    guestTtlMs: z.int().meta({ description: 'How long a guest may be idle, in milliseconds' }),
  }),
  brand: brand.meta({ description: 'Who invites' }),
  guestAccess: z
    .enum(['none', 'open', 'closed'])
    .meta({ description: 'No default login code, a usable one, or one that admits nobody now' }),
  providers: z.array(provider),
  sendsMail: z.boolean(),
  person: person.nullable(),
  timeOver: z
    .boolean()
    .meta({ description: "True once, after the end of a guest's time: what they wrote was deleted" }),
  model: z.strictObject({ isDemo: z.boolean() }),
  language: language.meta({ description: 'The language of the pages for this person' }),
  leaveUrl: z.url().meta({ description: 'The site that a guest sees after *Leave quickly*' }),
});

export const getAccess = route({
  method: 'GET',
  base: '/api/access',
  path: '/',
  about: 'Everything that the pages need: the settings, and the logged-in user. Never a code.',
  answers: { 200: access },
  refuses: everywhere,
});

export const chooseLanguage = route({
  method: 'POST',
  base: '/api/language',
  path: '/',
  about:
    'Remembers the language of the pages in the cookie `language`, and for a member also in the account: for letters, and for other devices.',
  body: z.strictObject({ language }),
  answers: { 204: null },
  refuses: everywhere,
});

export const getPicture = route({
  method: 'GET',
  base: '/api/assistants',
  path: '/:id/picture',
  about: 'The picture of an assistant.',
  params: z.object({ id: plainText(64) }),
  unknown: 'NOT_FOUND',
  answers: { 200: { contentType: 'image/*', about: 'PNG, JPEG or WebP, at most 1 MB.' } },
  refuses: refusals(signedIn, { 404: ['NOT_FOUND'] }),
});

export const getLogo = route({
  method: 'GET',
  base: '/api/brand',
  path: '/logo',
  about: 'The picture of the house, for everybody. Its address changes with the picture.',
  answers: { 200: { contentType: 'image/*', about: 'PNG or JPEG, at most 1 MB.' } },
  refuses: refusals(everywhere, { 404: ['NOT_FOUND'] }),
});

export type AssistantOnPages = z.output<typeof assistantOnPages>;
export type Provider = z.output<typeof provider>;
export type Person = z.output<typeof person>;
export type Access = z.output<typeof access>;
