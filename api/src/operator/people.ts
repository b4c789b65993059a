import * as z from 'zod';
import { plainText, time } from '../fields.ts';
import { refusals } from '../route.ts';
import { next, operatorRoute, page } from './route.ts';

const base = '/api/operator/people';

const person = { params: z.object({ id: plainText(100) }), unknown: 'PERSON_NOT_FOUND' } as const;
const ofPerson = { 404: ['PERSON_NOT_FOUND'] } as const;

export const listGuests = operatorRoute({
  method: 'GET',
  base,
  path: '/guests',
  about: 'The guests who are in, the latest first. Never a word of theirs.',
  scope: 'people',
  query: z.object({ ...page, code: plainText(100).optional().meta({ description: 'The id of a code' }) }),
  answers: {
    200: z.strictObject({
      guests: z.array(
        z.strictObject({
          id: z.string(),
          enteredAt: time,
          lastSeenAt: time,
          endsAt: time.nullable(),
          messages: z.int(),
          code: z.strictObject({ id: z.string(), label: z.string().nullable() }).nullable(),
        }),
      ),
      next,
    }),
  },
});

export const giveGuestMinutes = operatorRoute({
  method: 'POST',
  base,
  path: '/guests/:id/minutes',
  about: 'Gives a guest whose time is limited more of it.',
  scope: 'people',
  ...person,
  body: z.strictObject({ minutes: z.int().min(1).max(1440) }),
  answers: { 200: z.strictObject({ endsAt: time }) },
  refuses: ofPerson,
});

export const endGuest = operatorRoute({
  method: 'POST',
  base,
  path: '/guests/:id/end',
  about: 'Ends the session of a guest, as a logout does: what they wrote is erased.',
  scope: 'people',
  isFresh: true,
  ...person,
  answers: { 204: null },
  refuses: ofPerson,
});

export const listMembers = operatorRoute({
  method: 'GET',
  base,
  path: '/members',
  about: 'The members, the newest first.',
  scope: 'people',
  query: z.object({
    ...page,
    id: plainText(100).optional().meta({ description: 'One member' }),
    isBlocked: z.stringbool().optional(),
  }),
  answers: {
    200: z.strictObject({
      members: z.array(
        z.strictObject({
          id: z.string(),
          email: z.string(),
          createdAt: time,
          isVerified: z.boolean(),
          isBlocked: z.boolean(),
          isOperator: z.boolean(),
          chats: z.int(),
          code: z.strictObject({ id: z.string(), label: z.string().nullable() }).nullable(),
        }),
      ),
      next,
    }),
  },
});

export const findMember = operatorRoute({
  method: 'POST',
  base,
  path: '/members/find',
  about: 'The id of the member with this email. An email in an address would be logged.',
  scope: 'people',
  body: z.strictObject({ email: plainText(254) }),
  answers: { 200: z.strictObject({ id: z.string().nullable() }) },
});

export const blockMember = operatorRoute({
  method: 'POST',
  base,
  path: '/members/:id/block',
  about: 'Ends the sessions of a member, who cannot log in until unblocked. Their chats stay.',
  scope: 'people',
  ...person,
  answers: { 204: null },
  refuses: refusals(ofPerson, { 409: ['LAST_OPERATOR'] }),
});

export const unblockMember = operatorRoute({
  method: 'POST',
  base,
  path: '/members/:id/unblock',
  about: 'Lets a member log in again.',
  scope: 'people',
  ...person,
  answers: { 204: null },
  refuses: ofPerson,
});

export const eraseMember = operatorRoute({
  method: 'DELETE',
  base,
  path: '/members/:id',
  about: 'Erases a member with everything that is theirs.',
  scope: 'people',
  isFresh: true,
  ...person,
  answers: { 204: null },
  refuses: refusals(ofPerson, { 409: ['LAST_OPERATOR'] }),
});
