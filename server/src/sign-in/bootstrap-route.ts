import { getAccess } from '@foyer/api/access';
import type { Database } from '@foyer/database';
import { type InvitationCodesOptions, lookUp, originOfGuest } from '@foyer/invitation-codes';
import { decideConversion, decideEntry, type Settings } from '@foyer/policy';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { assistantOnPages } from '../assistants/assistant-on-pages.ts';
import { type At, limitColumns, limitsIn, messagesLeft } from '../code-limits/code-limits.ts';
import { untilMidnight } from '../config/time-zone.ts';
import { isSecure } from '../http/cookies.ts';
import { languageCookies } from '../http/request-language.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Parts as AllParts } from '../parts.ts';
import type { Person } from '../users/person.ts';
import type { BrandOnPages } from './brand-on-pages.ts';
import { languageOfPerson } from './language-of-person.ts';

type Deps = Pick<
  AllParts,
  'config' | 'database' | 'invitations' | 'sessions' | 'mail' | 'models' | 'assistants'
> & { brand: BrandOnPages['shown'] };
const visitor = { person: null, language: { ofAccount: null, ofCode: null } };

type Invitations = Pick<
  InvitationCodesOptions,
  'db' | 'defaultLoginDigest' | 'defaultRegistrationDigest' | 'now'
>;

export function bootstrapRoute({
  config,
  database: { reads },
  invitations,
  sessions,
  mail,
  models,
  assistants,
  brand,
}: Deps) {
  const { now } = invitations;
  const cookies = languageCookies(isSecure(config));
  const conversionFor = (person: Person) =>
    person.isGuest ? conversionOf(person, config.settings, { ...invitations, db: reads }) : null;

  async function meet(person: Person) {
    const {
      assistant: id,
      language,
      ...terms
    } = await codeOf(reads, person, {
      now: now(),
      timeZone: config.limits.timeZone,
    });
    const assistant = await assistants.inForce(id);
    const shown = {
      id: person.id,
      isGuest: person.isGuest,
      email: person.email,
      mustVerify: person.mustVerify,
      conversion: await conversionFor(person),
      assistant: assistantOnPages(assistant),
      ...terms,
    };
    const ofCode = language.ofCode ?? assistant?.language ?? null;
    return { person: shown, language: { ...language, ofCode } };
  }

  const app = new Hono<{ Bindings: HttpBindings }>();
  serveRoute(app, getAccess, async (c) => {
    const [{ settings, guestAccess }, person] = await Promise.all([
      currentAccess(config.settings, { ...invitations, db: reads }),
      sessions.personOf(c),
    ]);
    const met = person ? await meet(person) : visitor;
    const { messageCharacters, guestTtlMs } = config.limits;
    return c.json({
      settings,
      limits: { messageCharacters, guestTtlMs },
      brand: brand(),
      guestAccess,
      providers: config.providers.map(({ id, name }) => ({ id, name })),
      sendsMail: mail !== null,
      timeOver: person === null && sessions.isTimeOver(c),
      person: met.person,
      model: { isDemo: models.standard.isDemo },
      language: languageOfPerson(c, met.language, { house: config.language, cookies }),
      leaveUrl: config.leaveUrl,
    });
  });
  return app;
}

/** What the person's code opens, and what it still allows. */
async function codeOf(reads: Database['reads'], { id, endsAt }: Person, at: At) {
  const row = await reads
    .selectFrom('user')
    .leftJoin('redemption', 'redemption.id', 'user.redemptionId')
    .leftJoin('invitationCode', 'invitationCode.id', 'redemption.codeId')
    .leftJoin('tokenUse', 'tokenUse.codeId', 'redemption.codeId')
    .select(limitColumns)
    .select(['invitationCode.assistant', 'invitationCode.minutesPerPerson'])
    .select(['user.language as ofAccount', 'invitationCode.language as ofCode'])
    .where('user.id', '=', id)
    .executeTakeFirst();
  const end = endsAt === null ? null : new Date(endsAt).toISOString();
  const messagesPerDay = row?.messagesPerDay ?? null;
  const dayEnd = new Date(at.now + untilMidnight(at.now, at.timeZone)).toISOString();
  return {
    assistant: row?.assistant ?? null,
    language: { ofAccount: row?.ofAccount ?? null, ofCode: row?.ofCode ?? null },
    terms: {
      messages: row?.messagesPerPerson ?? null,
      messagesPerDay,
      dayEndsAt: messagesPerDay === null ? null : dayEnd,
      minutes: end === null ? null : (row?.minutesPerPerson ?? null),
    },
    left: { ...messagesLeft(row ? limitsIn(row) : null, at), endsAt: end },
  };
}

/** `guestAccess` is `none` when the pages offer no entry with the default code. */
async function currentAccess(
  configured: Settings,
  { db, defaultLoginDigest, now }: Invitations,
): Promise<{ settings: Settings; guestAccess: 'none' | 'open' | 'closed' }> {
  const digest = await defaultLoginDigest();
  const settings = { ...configured, hasDefaultLoginCode: digest !== null };
  // While login codes are disabled, even a valid code is refused.
  const running = { ...settings, codesStopped: false };
  if (digest === null || decideEntry(running, 'default', 'login')) return { settings, guestAccess: 'none' };
  const state = await lookUp(db, digest, now());
  return { settings, guestAccess: decideEntry(settings, 'default', state) === null ? 'open' : 'closed' };
}

/** What a guest needs to become a member: nothing, a registration code, or it is impossible. */
async function conversionOf(
  { id }: Person,
  settings: Settings,
  invitations: Invitations,
): Promise<'free' | 'code' | 'off'> {
  const { db, defaultRegistrationDigest, now } = invitations;
  const guestOf = await originOfGuest(invitations, id);
  const byDefault = await lookUp(db, await defaultRegistrationDigest(), now());
  const decided = decideConversion(settings, guestOf, 'none', byDefault);
  if ('spends' in decided) return 'free';
  return decided.refusal === 'CONVERSION_OFF' ? 'off' : 'code';
}
