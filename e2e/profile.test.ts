import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { until } from '../testing/chats/hearing.ts';
import { startFoyer } from './foyer.ts';
import { openProfile, withoutProfile } from './profile.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
await foyer.makeCode('login', { code: 'POSTER' });

type Person = Awaited<ReturnType<typeof openProfile>>;

/** What somebody writes, each a text that is nowhere else. */
const marker = () => randomBytes(18).toString('base64url');

test(
  'after a guest has logged out, their browser holds nothing of what they wrote',
  withoutProfile,
  async () => {
    const guest = await openProfile(foyer);
    await guest.open('/');
    await guest.continueAsGuest();
    const words = await writeEverywhere(guest);
    await guest.logOutAndDelete();
    await guest.close();
    assert.deepEqual(await guest.filesWith(...words), []);
  },
);

test(
  'after a member has logged out, their browser holds nothing of what they wrote',
  withoutProfile,
  async () => {
    const member = await newMember('ada@example.org');
    const words = await writeEverywhere(member);
    await member.button('Log out').click();
    await member.page.waitForURL((url) => url.pathname === '/');
    await member.close();
    assert.deepEqual(await member.filesWith(...words), []);
  },
);

test('a browser that is closed in the middle holds nothing of what was written', withoutProfile, async () => {
  const member = await newMember('ben@example.org');
  const [sign, last] = [marker(), marker()];
  const words = await writeEverywhere(member);
  await member.page.evaluate(`sessionStorage.setItem('sign', '${sign}')`);
  await member.composer.fill(last);
  await member.close();
  const kept = await member.filesWith(sign);
  assert.ok(
    kept.some((file) => file.includes('Session Storage/')),
    'what is in a storage is written at the end',
  );
  assert.deepEqual(await member.filesWith(...words, last), []);
});

async function newMember(email: string): Promise<Person> {
  const { link } = await foyer.makeCode('registration');
  const member = await openProfile(foyer);
  await member.page.goto(link);
  await member.register({ email, password: 'a heron by the river' });
  await member.composer.waitFor();
  return member;
}

/** Writes a message, a title and a draft, and leaves each there until the browser has written what it keeps. */
async function writeEverywhere(person: Person): Promise<string[]> {
  const [message, title, otherTitle, draft] = [marker(), marker(), marker(), marker()];
  await person.ask(message);
  await person.button(`Options for ${message}`).click();
  await person.page.getByRole('menuitem', { name: 'Rename' }).click();
  await person.field('Title').fill(otherTitle);
  await untilKept(person);
  await person.field('Title').fill(title);
  await person.button('Save').click();
  await person.heading(title).waitFor();
  await person.composer.fill(draft);
  await untilKept(person);
  // When somebody goes to another page, a browser keeps what stands in the fields for the way back.
  await person.page.goto('/favicon.svg');
  await untilKept(person);
  await person.page.goBack();
  await person.heading(title).waitFor();
  return [message, title, otherTitle, draft];
}

/** Waits until the browser has written the state of the tab as it is now, to be restored after a crash. */
async function untilKept(person: Person) {
  const sign = marker();
  await person.page.evaluate(`history.replaceState(history.state, '', '?${sign}')`);
  await until(async () => (await person.filesWith(sign)).some((file) => file.includes('Sessions/')));
}
