import { checkPage, desktop, phone } from './check-page.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const foyer = await startFoyer({ DEFAULT_LOGIN_CODE: 'POSTER' });
const poster = await foyer.makeCode('login', { code: 'POSTER' });
const registration = await foyer.makeCode('registration');
const browser = await openBrowser();

test('the entry pages are accessible', async () => {
  const visitor = await browser.visitor(foyer, { reducedMotion: 'reduce', mayBeRefused: true });
  await visitor.open('/');
  await checkPage(visitor, 'landing');
  await visitor.open('/?invite-code=NEVER-MADE');
  await visitor.alert.waitFor();
  await checkPage(visitor, 'landing with an unusable code');

  await visitor.open('/login');
  await checkPage(visitor, 'login');
  await visitor.button('Forgot password?').click();
  await visitor.button('I have an invitation code').click();
  await visitor.enterWith(registration.code);
  await visitor.button('Register with it').waitFor();
  await visitor.logIn({ email: 'nobody@example.org', password: 'not this one' });
  await visitor.alert.filter({ hasText: 'is incorrect' }).waitFor();
  await checkPage(visitor, 'login refused');

  await visitor.open('/register');
  await checkPage(visitor, 'register');
  await visitor.field('Registration code').fill('POSTER');
  await visitor.register({ email: 'ada@example.org', password: 'a heron by the river' });
  await visitor.button('Log in with it').waitFor();
  await checkPage(visitor, 'register refused');
  await visitor.open(`/register?invite-code=${registration.code}`);
  await checkPage(visitor, 'register by a link');
});

test('the entry pages are accessible where guests and registration are closed', async () => {
  const closed = await startFoyer({
    DEFAULT_LOGIN_CODE: 'GONE',
    REGISTRATION: 'disabled',
    LOGIN_LINKS: 'confirm',
  });
  const { link } = await closed.makeCode('login');
  const visitor = await browser.visitor(closed, { reducedMotion: 'reduce' });
  await visitor.open('/');
  await checkPage(visitor, 'landing with guest access closed');
  await visitor.open('/register');
  await checkPage(visitor, 'registration closed');
  await visitor.page.goto(link);
  await visitor.button('Start chatting').waitFor();
  await checkPage(visitor, 'invited');
});

test('the chat is accessible', async () => {
  const guest = await browser.visitor(foyer, { reducedMotion: 'reduce', mayBeRefused: true, mayBreak: true });
  await guest.open('/');
  await guest.continueAsGuest();
  await checkPage(guest, 'new chat');
  await guest.ask('Show me some markdown, please, with a title that is too long for the list of chats');
  await checkPage(guest, 'chat');

  await guest.button('Log out').click();
  await guest.page.getByRole('dialog').waitFor();
  await checkPage(guest, 'log out');
  await guest.button('Stay').click();

  await guest.button(/^Options for/).click();
  await guest.page.getByRole('menuitem', { name: 'Rename' }).waitFor();
  await checkPage(guest, 'options', [desktop]);
  await guest.page.getByRole('menuitem', { name: 'Rename' }).click();
  await guest.page.getByRole('dialog').waitFor();
  await checkPage(guest, 'rename');
  await guest.button('Cancel').click();
  await guest.button(/^Options for/).click();
  await guest.page.getByRole('menuitem', { name: 'Delete' }).click();
  await guest.button('Undo').waitFor();
  await checkPage(guest, 'deleted');
  await guest.button('Undo').click();
  await guest.page.getByRole('searchbox', { name: 'Search chats' }).fill('markdown');
  await guest.page.getByText('places found').waitFor();
  await checkPage(guest, 'search', [desktop]);
  await guest.page.getByRole('searchbox', { name: 'Search chats' }).fill('');
  await guest.button('Shortcuts').click();
  await guest.page.getByRole('dialog').waitFor();
  await checkPage(guest, 'shortcuts');
  await guest.button('Close').click();

  await guest.page.keyboard.press('Shift');
  await guest.page.getByText('twice more').waitFor();
  await checkPage(guest, 'Shift pressed once', [phone]);
  await guest.page.setViewportSize(phone);
  await guest.button('Chats').click();
  await guest.page.getByRole('dialog', { name: 'Chats' }).waitFor();
  await checkPage(guest, 'list', [phone]);
  await guest.page.goto(poster.link);
  await guest.alert.waitFor();
  await checkPage(guest, 'already signed in');
  await guest.page.goto(registration.link);
  await guest.control('Create account with it').waitFor();
  await checkPage(guest, 'code for an account', [phone]);
  await guest.control('Create account with it').click();
  await guest.heading('Create account').waitFor();
  await checkPage(guest, 'create account with a code', [desktop]);
  await guest.open('/chat/00000000-0000-4000-8000-000000000000');
  await guest.alert.filter({ hasText: 'There is no such chat' }).waitFor();
  await checkPage(guest, 'no such chat');
  await guest.page.evaluate('document.querySelector("main").replaceChildren()');
  await guest.button('New chat').click();
  await guest.heading('This page could not be shown').waitFor();
  await checkPage(guest, 'broken');
});
