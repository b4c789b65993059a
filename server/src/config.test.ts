import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';

const root = mkdtempSync(join(tmpdir(), 'foyer-config-'));
after(() => rm(root, { recursive: true }));

const problemsOf = (env: Record<string, string>) => {
  try {
    readConfig(env, root);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
};
const fileWith = (content: string) => {
  const file = join(root, `file-${Math.random()}`);
  writeFileSync(file, content);
  return file;
};

test('without any setting everything lies in ./data, on loopback, with the demo assistant', () => {
  const config = readConfig({}, root);
  assert.equal(config.publicUrl, 'http://127.0.0.1:3000');
  assert.equal(config.databaseUrl, `sqlite:${join(root, 'data', 'foyer.db')}`);
  assert.deepEqual(config.origins, ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']);
  assert.deepEqual(config.settings, {
    hasDefaultLoginCode: false,
    loginCodes: 'enabled',
    loginLinks: 'automatic',
    registration: 'enabled',
    registrationCodes: 'required',
    hasDefaultRegistrationCode: false,
    guestConversion: 'free',
  });
  assert.deepEqual(config.limits, {
    guestTtlMs: 86_400_000,
    messageCharacters: 8000,
    guestMessagesPerHour: 60,
  });
  assert.deepEqual(
    [config.model, config.secret, config.defaultLoginCode, config.trustProxy],
    [null, null, null, []],
  );
});

test('empty settings are unset ones', () => {
  assert.deepEqual(
    readConfig({ PORT: '', LOGIN_CODES: ' ', SECRET: '', MODEL_URL: '' }, root),
    readConfig({}, root),
  );
});

test('all problems are told at once, each with its setting and what is expected', () => {
  const problems = problemsOf({
    PORT: '70000',
    LOGIN_CODES: 'off',
    LOGIN_LINKS: 'x',
    REGISTRATION: 'no',
    REGISTRATION_CODES: 'maybe',
    GUEST_TTL: '1 day',
    PUBLIC_URL: 'chat.example.org/x',
    TRUST_PROXY: 'everyone',
    DATABASE_URL: 'mysql://x',
    SECRET: 'short',
    MODEL_URL: 'not an address',
    DEFAULT_LOGIN_CODE: 'x'.repeat(200),
    SYSTEM_PROMPT_FILE: join(root, 'missing.txt'),
    MODEL_API_KEY_FILE: join(root, 'missing.key'),
  });
  const named = problems.map((problem) => problem.split(':')[0]).sort();
  assert.deepEqual(named, [
    'DATABASE_URL',
    'DEFAULT_LOGIN_CODE',
    'GUEST_TTL',
    'LOGIN_CODES',
    'LOGIN_LINKS',
    'MODEL_API_KEY_FILE',
    'MODEL_URL',
    'PORT',
    'PUBLIC_URL',
    'REGISTRATION',
    'REGISTRATION_CODES',
    'SECRET',
    'SYSTEM_PROMPT_FILE',
    'TRUST_PROXY',
  ]);
  assert.ok(problems.includes('LOGIN_CODES: one of enabled, disabled is expected'));
});

test('a secret is never quoted', () => {
  assert.ok(!problemsOf({ SECRET: 'tooshort', MODEL_URL: 'x' }).join().includes('tooshort'));
});

test('secrets can lie in files, and not in both places', () => {
  const secret = 'a secret of at least 32 characters';
  assert.equal(readConfig({ SECRET_FILE: fileWith(`${secret}\n`) }, root).secret, secret);
  assert.match(
    problemsOf({ SECRET: secret, SECRET_FILE: fileWith(secret) }).join(),
    /SECRET: it is set twice/,
  );
  assert.match(problemsOf({ SECRET_FILE: fileWith('') }).join(), /SECRET_FILE: the file is empty/);
});

test('.env is read where the environment says nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-env-'));
  writeFileSync(join(folder, '.env'), 'REGISTRATION=disabled\nLOGIN_CODES=disabled\nGUEST_TTL=90m # short\n');
  const { settings, limits } = readConfig({ LOGIN_CODES: 'enabled' }, folder);
  assert.deepEqual(
    [settings.registration, settings.loginCodes, limits.guestTtlMs],
    ['disabled', 'enabled', 5_400_000],
  );
  await rm(folder, { recursive: true });
});

test('a model takes an address and a name, and may have a key and a character', () => {
  assert.match(problemsOf({ MODEL_URL: 'http://127.0.0.1:11434/v1' }).join(), /MODEL_NAME/);
  assert.match(problemsOf({ MODEL_NAME: 'llama' }).join(), /MODEL_URL/);
  const env = {
    MODEL_URL: 'http://127.0.0.1:11434/v1',
    MODEL_NAME: 'llama',
    SYSTEM_PROMPT_FILE: fileWith('Be kind.'),
  };
  const expected = { url: env.MODEL_URL, name: 'llama', apiKey: undefined, systemPrompt: 'Be kind.' };
  assert.deepEqual(readConfig(env, root).model, expected);
});

test('a public address that is not loopback is the only accepted origin', () => {
  const config = readConfig({ PUBLIC_URL: 'https://chat.example.org/' }, root);
  assert.deepEqual(
    [config.publicUrl, config.origins],
    ['https://chat.example.org', ['https://chat.example.org']],
  );
});

test('paths begin at the root of the project', () => {
  const config = readConfig({ DATA_DIR: 'kept', DATABASE_URL: 'sqlite:other.db' }, root);
  assert.deepEqual(
    [config.dataDir, config.databaseUrl],
    [join(root, 'kept'), `sqlite:${join(root, 'other.db')}`],
  );
});
