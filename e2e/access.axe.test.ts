import { startFoyer } from './foyer.ts';
import { desktop, look, phone } from './look.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
const poster = await foyer.makeCode('login', { code: 'POSTER' });
const registration = await foyer.makeCode('registration');
const browser = await openBrowser();

test('the entry pages are open to everybody', async () => {
  const visitor = await browser.visitor(foyer, { reducedMotion: 'reduce', mayBeRefused: true });
  await visitor.open('/');
  await look(visitor, 'landing');
  await visitor.open('/?invite-code=NEVER-MADE');
  await visitor.alert.waitFor();
  await look(visitor, 'landing with a code of no use');

  await visitor.open('/login');
  await look(visitor, 'login');
  await visitor.button('Forgot password?').click();
  await visitor.button('I have an invitation code').click();
  await visitor.enterWith(registration.code);
  await visitor.button('Register with it').waitFor();
  await visitor.logIn({ email: 'nobody@example.org', password: 'not this one' });
  await visitor.alert.filter({ hasText: 'is incorrect' }).waitFor();
  await look(visitor, 'login refused');

  await visitor.open('/register');
  await look(visitor, 'register');
  await visitor.field('Registration code').fill('POSTER');
  await visitor.register({ email: 'ada@example.org', password: 'a heron by the river' });
  await visitor.button('Log in with it').waitFor();
  await look(visitor, 'register refused');
  await visitor.open(`/register?invite-code=${registration.code}`);
  await look(visitor, 'register by a link');
});

test('the entry pages of a closed house are open to everybody', async () => {
  const closed = await startFoyer({
    DEFAULT_LOGIN_CODE: 'GONE',
    REGISTRATION: 'disabled',
    LOGIN_LINKS: 'confirm',
  });
  const { link } = await closed.makeCode('login');
  const visitor = await browser.visitor(closed, { reducedMotion: 'reduce' });
  await visitor.open('/');
  await look(visitor, 'landing with guest access closed');
  await visitor.open('/register');
  await look(visitor, 'registration closed');
  await visitor.page.goto(link);
  await visitor.button('Start chatting').waitFor();
  await look(visitor, 'invited');
});

test('the chat is open to everybody', async () => {
  const guest = await browser.visitor(foyer, { reducedMotion: 'reduce', mayBeRefused: true, mayBreak: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await look(guest, 'new chat');
  await guest.ask('Show me some markdown, please, with a title that is too long for the list of chats');
  await look(guest, 'chat');

  await guest.button('Log out').click();
  await guest.page.getByRole('dialog').waitFor();
  await look(guest, 'log out');
  await guest.button('Stay').click();

  await guest.button(/^Options for/).click();
  await guest.page.getByRole('menuitem', { name: 'Rename' }).waitFor();
  await look(guest, 'options', [desktop]);
  await guest.page.getByRole('menuitem', { name: 'Rename' }).click();
  await guest.page.getByRole('dialog').waitFor();
  await look(guest, 'rename');
  await guest.button('Cancel').click();
  await guest.button(/^Options for/).click();
  await guest.page.getByRole('menuitem', { name: 'Delete' }).click();
  await guest.page.getByRole('dialog').waitFor();
  await look(guest, 'delete');
  await guest.button('Keep').click();

  await guest.page.keyboard.press('Shift');
  await guest.page.getByText('twice more').waitFor();
  await look(guest, 'Shift pressed once', [phone]);
  await guest.page.setViewportSize(phone);
  await guest.button('Chats').click();
  await guest.page.getByRole('dialog', { name: 'Foyer' }).waitFor();
  await look(guest, 'list', [phone]);
  await guest.page.goto(poster.link);
  await guest.alert.waitFor();
  await look(guest, 'already signed in');
  await guest.page.goto(registration.link);
  await guest.door('Create account with it').waitFor();
  await look(guest, 'code for an account', [phone]);
  await guest.door('Create account with it').click();
  await guest.heading('Create account').waitFor();
  await look(guest, 'create account with a code', [desktop]);
  await guest.open('/chat/00000000-0000-4000-8000-000000000000');
  await guest.alert.filter({ hasText: 'There is no such chat' }).waitFor();
  await look(guest, 'no such chat');
  await guest.page.evaluate('document.querySelector("main").replaceChildren()');
  await guest.button('New chat').click();
  await guest.heading('This page could not be shown').waitFor();
  await look(guest, 'broken');
});
