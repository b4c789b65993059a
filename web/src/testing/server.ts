import { after } from 'node:test';
import { defaultSettings } from '@foyer/policy';
import type { Bootstrap, Person } from '../api/session.ts';

export const ada: Person = {
  id: 'ada',
  isGuest: false,
  email: 'ada@example.org',
  mustVerify: false,
  conversion: null,
  assistant: { id: null, name: null, greeting: null, beginnings: [], help: [], picture: null },
  terms: { messages: null, messagesPerDay: null, dayEndsAt: null, minutes: null },
  left: { messages: null, messagesToday: null, endsAt: null },
};
export const ben: Person = { ...ada, id: 'ben', email: 'ben@example.org' };
export const guest: Person = {
  id: 'guest',
  isGuest: true,
  email: null,
  mustVerify: false,
  conversion: 'free',
  assistant: ada.assistant,
  terms: ada.terms,
  left: ada.left,
};

/** What the server says at the start, with this person signed in. */
export function bootstrapOf(person: Person | null, settings: Partial<Bootstrap['settings']> = {}): Bootstrap {
  return {
    settings: { ...defaultSettings, ...settings },
    limits: { messageCharacters: 4000, guestTtlMs: 86_400_000 },
    brand: {
      name: 'Foyer',
      logo: null,
      accent: null,
      imprintUrl: null,
      privacyUrl: null,
      supportUrl: null,
    },
    guestAccess: 'open',
    providers: [{ id: 'github', name: 'GitHub' }],
    sendsMail: false,
    person,
    timeOver: false,
    model: { isDemo: true },
    language: 'en',
    leaveUrl: 'https://weather.example',
  };
}

type Reply = { status?: number; body?: object };

/** Stands in for the network: answers each address by the next of its replies; the last one stays. */
export function testServer(replies: Record<string, Reply[]>) {
  const asked: { path: string; body: unknown }[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const path = String(input);
    asked.push({ path, body: init?.body ? JSON.parse(String(init.body)) : undefined });
    const queue = replies[path];
    const reply = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    if (!reply) throw new TypeError(`nobody answers ${path}`);
    return Response.json(reply.body ?? {}, { status: reply.status ?? 200 });
  };
  after(() => {
    globalThis.fetch = real;
  });
  return { asked, pathsAsked: () => asked.map(({ path }) => path) };
}
