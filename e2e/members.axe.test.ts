import { freePort } from '../testing/database/database.ts';
import { startIssuer } from '../testing/server/issuer.ts';
import { linkIn, startMailbox } from '../testing/server/mailbox.ts';
import { checkPage } from './check-page.ts';
import { startFoyer } from './foyer.ts';
import { openBrowser, test } from './testing.ts';

const mailbox = await startMailbox();
const port = String(await freePort());
const issuer = await startIssuer(`http://127.0.0.1:${port}`);
const foyer = await startFoyer({
  PORT: port,
  DEFAULT_LOGIN_CODE: 'POSTER',
  ...mailbox.settings,
  ...issuer.settings,
});
await foyer.makeCode('login', { code: 'POSTER' });
const browser = await openBrowser();
const calm = { reducedMotion: 'reduce', mayBeRefused: true } as const;
const password = 'a heron by the river';

test('the pages of a first login by a provider are accessible', async () => {
  const eve = await browser.visitor(foyer, calm);
  await eve.open('/login');
  await checkPage(eve, 'login with a provider');
  await eve.open('/register');
  await checkPage(eve, 'register with a provider');
  await eve.open('/login');
  await eve.button('Continue with Campus').click();
  await eve.logInAtProvider(issuer.add().name, foyer.url);
  await eve.heading('One more step').waitFor();
  await checkPage(eve, 'one more step');
  await eve.button('Continue').click();
  await eve.alert.waitFor();
  await checkPage(eve, 'one more step without a code');
  await eve.open('/login?refusal=PROVIDER_NOT_LINKED&provider=oidc-1');
  await eve.alert.waitFor();
  await checkPage(eve, 'login not linked');
});

test('the pages of a guest who wants an account are accessible', async () => {
  const guest = await browser.visitor(foyer, calm);
  await guest.open('/');
  await guest.continueAsGuest();
  await guest.control('Create account').waitFor();
  await checkPage(guest, 'guest notice');
  await guest.control('Create account').click();
  await guest.heading('Create account').waitFor();
  await checkPage(guest, 'create account');
  await guest.button('Log out').click();
  await guest.button('Log out and delete').waitFor();
  await checkPage(guest, 'log out beside the chat');
  await guest.button('Stay').click();
  await guest.open('/create-account?refusal=ACCOUNT_EXISTS&provider=oidc-1');
  await guest.heading('Log in to your account').waitFor();
  await checkPage(guest, 'account exists');
});

test('the pages around emails are accessible', async () => {
  const email = 'ada@example.org';
  const { link } = await foyer.makeCode('registration');
  const ada = await browser.visitor(foyer, calm);
  await ada.page.goto(link);
  await ada.register({ email, password });
  await ada.heading('Check your email').waitFor();
  await checkPage(ada, 'check your email');
  const confirm = linkIn(await mailbox.take(email));
  const phone = await browser.visitor(foyer, calm);
  await phone.page.goto(confirm);
  await phone.heading('Log in to confirm').waitFor();
  await checkPage(phone, 'log in to confirm');
  await phone.open('/login');
  await phone.logIn({ email, password });
  await phone.heading('Confirm your email address').waitFor();
  await checkPage(phone, 'confirm your email');
  await ada.page.goto(confirm);
  await ada.heading('Your email address is confirmed').waitFor();
  await checkPage(ada, 'confirmed');
  const stranger = await browser.visitor(foyer, calm);
  await stranger.page.goto(confirm);
  await stranger.heading(/link/i).waitFor();
  await checkPage(stranger, 'invalid link');
  await stranger.open('/forgot-password');
  await checkPage(stranger, 'forgot password');
  await stranger.open('/reset-password#token=x');
  await checkPage(stranger, 'reset password');
});

test('the account page is accessible', async () => {
  const email = 'ben@example.org';
  const { link } = await foyer.makeCode('registration');
  const ben = await browser.visitor(foyer, calm);
  await ben.page.goto(link);
  await ben.register({ email, password });
  await ben.heading('Check your email').waitFor();
  await ben.page.goto(linkIn(await mailbox.take(email)));
  await ben.heading('Your email address is confirmed').waitFor();
  await ben.open('/account');
  await ben.button('Delete my account').waitFor();
  await checkPage(ben, 'account');
  await ben.button('Delete my account').click();
  await ben.page.getByRole('dialog').waitFor();
  await checkPage(ben, 'delete my account');
});
