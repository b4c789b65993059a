import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { until } from '../testing/chats/hearing.ts';
import { startFoyer } from './foyer.ts';
import { openProfile, withoutProfile } from './profile.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
await foyer.makeCode('login', { code: 'POSTER' });

type Person = Awaited<ReturnType<typeof openProfile>>;

/** A unique text. */
const marker = () => randomBytes(18).toString('base64url');

test(
  'after a guest has logged out, their browser contains nothing that they wrote',
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
  'after a member has logged out, their browser contains nothing that they wrote',
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

test(
  'a browser that is closed during a session contains nothing that was written',
  withoutProfile,
  async () => {
    const member = await newMember('ben@example.org');
    const [sign, last] = [marker(), marker()];
    const words = await writeEverywhere(member);
    await member.page.evaluate(`sessionStorage.setItem('sign', '${sign}')`);
    await member.composer.fill(last);
    await member.close();
    const kept = await member.filesWith(sign);
    assert.ok(
      kept.some((file) => file.includes('Session Storage/')),
      'session storage is written at the end',
    );
    assert.deepEqual(await member.filesWith(...words, last), []);
  },
);

async function newMember(email: string): Promise<Person> {
  const { link } = await foyer.makeCode('registration');
  const member = await openProfile(foyer);
  await member.page.goto(link);
  await member.register({ email, password: 'a heron by the river' });
  await member.composer.waitFor();
  return member;
}

/** Writes a message, a title and a draft, and waits each time until the browser has saved the tab to disk. */
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
  // When a person leaves a page, the browser saves the form fields for the back button.
  await person.page.goto('/favicon.svg');
  await untilKept(person);
  await person.page.goBack();
  await person.heading(title).waitFor();
  return [message, title, otherTitle, draft];
}

/** Waits until the browser has saved the tab as it is now, to restore it after a crash. */
async function untilKept(person: Person) {
  const sign = marker();
  await person.page.evaluate(`history.replaceState(history.state, '', '?${sign}')`);
  await until(async () => (await person.filesWith(sign)).some((file) => file.includes('Sessions/')));
}
