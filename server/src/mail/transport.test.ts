import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { needs } from '../../../testing/database/database.ts';
import { exim, startExim } from '../../../testing/server/exim.ts';
import type { MailConfig } from '../config/mail/mail-config.ts';
import { checkMail } from '../doctor/check-mail.ts';
import { certificateProblemOf, openTransport } from './transport.ts';

const from = 'foyer@example.org';
const letter = { from, to: 'ada@example.org', subject: 'Hello', text: 'A line of the letter.' };

let plain: Awaited<ReturnType<typeof startExim>>;
let encrypting: Awaited<ReturnType<typeof startExim>>;
before(async () => {
  if (needs(exim).skip) return;
  plain = await startExim({ tls: false });
  encrypting = await startExim({ tls: true });
});
after(async () => {
  await plain?.stop();
  await encrypting?.stop();
});

const urlOf = ({ port }: { port: number }) => `smtp://localhost:${port}`;
const sendTo = async (server: { port: number }, tls: MailConfig['tls']) => {
  const transport = openTransport({ url: urlOf(server), tls });
  try {
    return (await transport.send(letter)) ? 'encrypted' : 'plain';
  } catch (error) {
    return certificateProblemOf(error) ?? String((error as { code?: string }).code);
  } finally {
    transport.close();
  }
};
const doctorOn = (server: { port: number }, tls: MailConfig['tls']) =>
  checkMail({ url: urlOf(server), from, tls }, AbortSignal.timeout(5000));

test('a letter goes encrypted, in plain text or not at all, as SMTP_TLS says', needs(exim), async () => {
  const selfSigned = 'DEPTH_ZERO_SELF_SIGNED_CERT';
  assert.equal(await sendTo(encrypting, 'required'), selfSigned);
  assert.equal(await sendTo(encrypting, 'opportunistic'), 'encrypted');
  assert.equal(await sendTo(encrypting, 'off'), 'plain');
  assert.equal(await sendTo(plain, 'required'), 'ETLS');
  assert.equal(await sendTo(plain, 'opportunistic'), 'plain');
  assert.equal(await sendTo(plain, 'off'), 'plain');
  for (const server of [plain, encrypting]) {
    const letters = await server.letters();
    assert.equal(letters.length, 2);
    for (const body of letters) assert.match(body, /A line of the letter\./);
  }
});

test('the doctor names a certificate, and a server without encryption', needs(exim), async () => {
  const untrusted = await doctorOn(encrypting, 'required');
  assert.deepEqual(
    [untrusted.status, untrusted.message.includes('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['failed', true],
  );
  assert.match(untrusted.todo ?? '', /NODE_EXTRA_CA_CERTS/);
  const bare = await doctorOn(plain, 'required');
  assert.deepEqual([bare.status, /does not offer encryption/.test(bare.message)], ['failed', true]);
  const warned = await doctorOn(plain, 'opportunistic');
  assert.deepEqual([warned.status, /offers no encryption/.test(warned.message)], ['warning', true]);
  assert.equal((await doctorOn(encrypting, 'opportunistic')).status, 'ok');
  assert.equal((await doctorOn(plain, 'off')).status, 'ok');
});

test('a certificate is trusted when NODE_EXTRA_CA_CERTS names its authority', needs(exim), async () => {
  const module = fileURLToPath(new URL('./transport.ts', import.meta.url));
  const program = `
    import { openTransport } from ${JSON.stringify(module)};
    const transport = openTransport({ url: ${JSON.stringify(urlOf(encrypting))}, tls: 'required' });
    console.log(await transport.verify());
    transport.close();`;
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: encrypting.certificate };
  const options = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, options, { env });
  assert.equal(stdout, 'true\n');
});
