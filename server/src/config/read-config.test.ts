import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ConfigError, readConfig } from './read-config.ts';

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
const fileWith = (content: string, encoding: BufferEncoding = 'utf8') => {
  const file = join(root, `file-${Math.random()}`);
  writeFileSync(file, content, encoding);
  return file;
};

test('without settings everything is in ./data, on loopback, with the demo assistant', () => {
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
    guestCookie: 'session',
    codesStopped: false,
  });
  assert.deepEqual(config.limits, {
    guestTtlMs: 86_400_000,
    messageCharacters: 8000,
    guestMessagesPerHour: 60,
    defaultGuestsPerHour: 600,
    memberMessagesPerDay: 500,
    chatsPerPerson: 5000,
    messagesPerChat: 5000,
    charactersPerPerson: 20_000_000,
    sessionsPerPerson: 20,
    streamsPerPerson: 5,
    modelCallsPerDay: null,
    timeZone: 'UTC',
  });
  assert.deepEqual(
    [config.model, config.secret, config.defaultLoginCode, config.trustProxy],
    [null, null, null, []],
  );
  assert.deepEqual([config.providers, config.mail], [[], null]);
});

test('assistants are in the data folder, unless ASSISTANTS_DIR says otherwise', () => {
  const inData = { dir: join(root, 'data', 'assistants'), isSet: false, knowledgeCharacters: 30_000 };
  assert.deepEqual(readConfig({}, root).assistants, inData);
  const env = { ASSISTANTS_DIR: 'ours', KNOWLEDGE_CHARACTERS: '5' };
  const named = { dir: join(root, 'ours'), isSet: true, knowledgeCharacters: 5 };
  assert.deepEqual(readConfig(env, root).assistants, named);
});

test('more models are numbered, and share what they do not say', () => {
  const first = { MODEL_URL: 'http://a.example/v1', MODEL_NAME: 'small', MODEL_REPLY_TOKENS: '100' };
  const { moreModels } = readConfig(
    {
      ...first,
      MODEL_API_KEY: 'secret',
      MODEL_10_URL: 'http://c.example/v1',
      MODEL_10_NAME: 'other',
      MODEL_2_URL: 'http://b.example/v1',
      MODEL_2_NAME: 'large',
      MODEL_2_API_KEY_FILE: fileWith('key of b\n'),
      MODEL_2_HEADERS: '{"X-Team":"chat"}',
      MODEL_2_CONTEXT_TOKENS: '900',
    },
    root,
  );
  const shared = { patienceMs: 300_000, replyTokens: 100 };
  assert.deepEqual(moreModels, [
    {
      prefix: 'MODEL_2',
      url: 'http://b.example/v1',
      name: 'large',
      apiKey: 'key of b',
      headers: { 'x-team': 'chat' },
      contextTokens: 900,
      ...shared,
    },
    {
      prefix: 'MODEL_10',
      url: 'http://c.example/v1',
      name: 'other',
      apiKey: undefined,
      contextTokens: 32_000,
      ...shared,
    },
  ]);
});

test('models of one name, incomplete and unknown ones are refused by the name of their setting', () => {
  const first = { MODEL_URL: 'http://a.example/v1', MODEL_NAME: 'small' };
  const second = { MODEL_2_URL: 'http://b.example/v1', MODEL_2_NAME: 'small' };
  const third = { MODEL_3_URL: 'http://b.example/v1', MODEL_3_NAME: 'small' };
  assert.deepEqual(problemsOf({ ...first, ...second, ...third }), [
    'MODEL_2_NAME: MODEL_NAME is small too; each model needs its own name',
    'MODEL_3_NAME: MODEL_NAME is small too; each model needs its own name',
  ]);
  assert.deepEqual(
    problemsOf({ ...first, ...second, MODEL_2_NAME: 'large', ...third, MODEL_3_NAME: 'large' }),
    ['MODEL_3_NAME: MODEL_2_NAME is large too; each model needs its own name'],
  );
  assert.deepEqual(problemsOf(second), ['MODEL_2_URL: set MODEL_URL and MODEL_NAME first']);
  assert.deepEqual(problemsOf({ ...first, MODEL_2_NAME: 'large', MODEL_1_URL: 'x', MODEL_2_COLOUR: 'x' }), [
    'MODEL_1_URL: there is no such setting; the second model is MODEL_2_…, the last MODEL_50_…',
    'MODEL_2_COLOUR: there is no such setting; MODEL_2_ is followed by URL, NAME, API_KEY, HEADERS, PATIENCE, CONTEXT_TOKENS, REPLY_TOKENS',
    'MODEL_2_URL: set both MODEL_2_URL and MODEL_2_NAME, or neither',
  ]);
  assert.deepEqual(problemsOf({ ...first, MODEL_2_URL: 'ftp://x', MODEL_2_NAME: 'large' }), [
    'MODEL_2_URL: an address like http://127.0.0.1:11434/v1 is expected',
  ]);
});

test('empty settings count as unset', () => {
  const { live, ...config } = readConfig({ PORT: '', LOGIN_CODES: ' ', SECRET: '', MODEL_URL: '' }, root);
  const { live: _, ...unset } = readConfig({}, root);
  assert.deepEqual([config, live.given], [unset, {}]);
});

test('all problems are listed at once, each with its setting and the expected form', () => {
  const problems = problemsOf({
    PORT: '70000',
    LOGIN_CODES: 'off',
    LOGIN_LINKS: 'x',
    REGISTRATION: 'no',
    REGISTRATION_CODES: 'maybe',
    GUEST_TTL: '1 day',
    LEAVE_URL: 'javascript:alert(1)',
    PUBLIC_URL: 'chat.example.org/x',
    TRUST_PROXY: 'everyone',
    DATABASE_URL: 'mysql://x',
    SECRET: 'short',
    MODEL_URL: 'not an address',
    DEFAULT_LOGIN_CODE: 'x'.repeat(200),
    SYSTEM_PROMPT_FILE: join(root, 'missing.txt'),
    MODEL_API_KEY_FILE: join(root, 'missing.key'),
    GUEST_CONVERSION: 'yes',
    SMTP_URL: 'mail.example.org',
    MAIL_FROM: 'Foyer',
    GITHUB_CLIENT_ID: 'foyer',
    NODE_ENV: 'Production',
    MESSAGES_PER_CHAT: '1',
    MODEL_CALLS_PER_DAY: 'none',
    MODEL_CONTEXT_TOKENS: '32k',
    BRAND_NAME: 'x'.repeat(61),
    BRAND_LOGO_FILE: join(root, 'missing.png'),
    BRAND_ACCENT: '#ffcc00',
    IMPRINT_URL: 'javascript:alert(1)',
    PRIVACY_URL: 'mailto:privacy@example.org',
    SUPPORT_URL: 'ftp://example.org',
    LANGUAGE: 'xx',
  });
  const named = problems.map((problem) => problem.split(':')[0]).sort();
  assert.deepEqual(named, [
    'BRAND_ACCENT',
    'BRAND_LOGO_FILE',
    'BRAND_NAME',
    'DATABASE_URL',
    'DEFAULT_LOGIN_CODE',
    'GITHUB_CLIENT_SECRET',
    'GUEST_CONVERSION',
    'GUEST_TTL',
    'IMPRINT_URL',
    'LANGUAGE',
    'LEAVE_URL',
    'LOGIN_CODES',
    'LOGIN_LINKS',
    'MAIL_FROM',
    'MESSAGES_PER_CHAT',
    'MODEL_API_KEY_FILE',
    'MODEL_CALLS_PER_DAY',
    'MODEL_CONTEXT_TOKENS',
    'MODEL_NAME',
    'MODEL_URL',
    'NODE_ENV',
    'PORT',
    'PRIVACY_URL',
    'PUBLIC_URL',
    'REGISTRATION',
    'REGISTRATION_CODES',
    'SECRET',
    'SMTP_URL',
    'SUPPORT_URL',
    'SYSTEM_PROMPT_FILE',
    'TRUST_PROXY',
  ]);
  assert.ok(problems.includes('LOGIN_CODES: one of enabled, disabled is expected'));
});

test('the house has a name, a language, and a logo that is a picture', () => {
  const { brand, language } = readConfig({}, root);
  const unset = { logoFile: null, accent: null, imprintUrl: null, privacyUrl: null, supportUrl: null };
  assert.deepEqual([brand, language], [{ name: 'Foyer', ...unset }, 'en']);
  const logo = fileWith('\u00ff\u00d8\u00ff', 'latin1');
  const own = readConfig({ BRAND_NAME: 'Harbour', BRAND_LOGO_FILE: logo, LANGUAGE: 'ar' }, root);
  assert.deepEqual([own.brand, own.language], [{ ...unset, name: 'Harbour', logoFile: logo }, 'ar']);
  assert.deepEqual(problemsOf({ BRAND_NAME: 'Harbour\nBcc: eve@example.org' }), [
    'BRAND_NAME: one line is expected',
  ]);
  assert.deepEqual(problemsOf({ BRAND_LOGO_FILE: '/dev/zero' }), ['BRAND_LOGO_FILE: a file is expected']);
  assert.deepEqual(problemsOf({ BRAND_LOGO_FILE: fileWith('<svg/>') }), [
    'BRAND_LOGO_FILE: a PNG or JPEG file is expected',
  ]);
});

test('the house has a colour that can be read, and pages of its own', () => {
  const { brand } = readConfig(
    {
      BRAND_ACCENT: '#7A1F5C',
      IMPRINT_URL: 'https://www.example.org/imprint',
      PRIVACY_URL: 'http://www.example.org/privacy',
      SUPPORT_URL: 'mailto:help@example.org',
    },
    root,
  );
  assert.deepEqual(
    [brand.accent, brand.imprintUrl, brand.privacyUrl, brand.supportUrl],
    [
      '#7a1f5c',
      'https://www.example.org/imprint',
      'http://www.example.org/privacy',
      'mailto:help@example.org',
    ],
  );
  assert.equal(readConfig({ SUPPORT_URL: 'tel:+441632960000' }, root).brand.supportUrl, 'tel:+441632960000');
  assert.deepEqual(problemsOf({ BRAND_ACCENT: '#ffcc00' }), [
    'BRAND_ACCENT: #ffcc00 is too light to be read: its contrast is 1.4:1, at least 4.5:1 is needed. #866500 would do',
  ]);
  assert.deepEqual(problemsOf({ IMPRINT_URL: 'javascript:alert(1)' }), [
    'IMPRINT_URL: an address like https://www.example.org/imprint is expected',
  ]);
});

test('a wide network of proxies must be confirmed', () => {
  const wide = (network: string) =>
    `TRUST_PROXY: ${network} is a wide network: everybody in it can pretend any address. List the proxies, or set TRUST_PROXY_WIDE=yes`;
  const networks = ['10.0.0.0/8', '192.168.0.0/23', 'fd00::/8', 'uniquelocal', 'linklocal'];
  for (const network of networks) {
    assert.deepEqual(problemsOf({ TRUST_PROXY: `192.0.2.1, ${network}` }), [wide(network)]);
    readConfig({ TRUST_PROXY: network, TRUST_PROXY_WIDE: 'yes' }, root);
  }
  readConfig({ TRUST_PROXY: '192.0.2.0/24, 2001:db8::/64, loopback, 127.0.0.0/8, ::1' }, root);
});

test('a guest who leaves quickly sees the configured site, or an inconspicuous one', () => {
  assert.equal(readConfig({ LEAVE_URL: '' }, root).leaveUrl, 'https://www.bbc.com/weather');
  const own = 'http://weather.example.org/today?in=bonn';
  assert.equal(readConfig({ LEAVE_URL: own }, root).leaveUrl, own);
});

test('missing partners of settings are reported, also next to a wrong one', () => {
  const problems = problemsOf({
    MODEL_URL: 'http://127.0.0.1:1/v1',
    MAIL_FROM: 'foyer@example.org',
    LOG_LEVEL: 'loud',
  });
  assert.deepEqual(problems.map((problem) => problem.split(':')[0]).sort(), [
    'LOG_LEVEL',
    'MAIL_FROM',
    'MODEL_NAME',
  ]);
});

test('metrics cannot use the port that serves people', () => {
  const problem = 'METRICS_PORT: must differ from PORT';
  assert.deepEqual(problemsOf({ METRICS_PORT: '3000' }), [problem]);
  assert.deepEqual(problemsOf({ PORT: '4000', METRICS_PORT: '4000' }), [problem]);
});

test('a secret is never quoted', () => {
  assert.ok(!problemsOf({ SECRET: 'tooshort', MODEL_URL: 'x' }).join().includes('tooshort'));
});

test('secrets can be in files, but not in both places', () => {
  const secret = 'a secret of at least 32 characters';
  assert.equal(readConfig({ SECRET_FILE: fileWith(`${secret}\n`) }, root).secret, secret);
  assert.match(
    problemsOf({ SECRET: secret, SECRET_FILE: fileWith(secret) }).join(),
    /SECRET: it is set twice/,
  );
  assert.match(problemsOf({ SECRET_FILE: fileWith('') }).join(), /SECRET_FILE: the file is empty/);
});

test('unknown names in .env are reported, and do not stop the start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-env-'));
  const known = ['PORT=1', 'OTEL_SERVICE_NAME=x', `SECRET=${'x'.repeat(40)}`];
  writeFileSync(join(folder, '.env'), [...known, 'REGISTRATON=disabled', 'port=2'].join('\n'));
  assert.deepEqual(readConfig({ UNKNOWN: 'x' }, folder).unknownSettings, ['REGISTRATON', 'port']);
  await rm(folder, { recursive: true });
});

test('.env may start with a byte order mark, and a line that sets nothing is reported by its number', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-config-'));
  const write = (text: string) => writeFileSync(join(folder, '.env'), text);
  write('\uFEFFREGISTRATION=disabled\r\n\r\n  # it’s closed\r\nSYSTEM_PROMPT="Be kind.\r\nPORT: none"\r\n');
  assert.equal(readConfig({}, folder).settings.registration, 'disabled');
  write("# don't\nREGISTRATION: disabled\nSECRET='one\ntwo'\n# it's\nPORT 4000\n");
  const refused = (error: Error) => {
    assert.deepEqual(error.message.match(/\.env: line \d+: .*/g), [
      '.env: line 2: NAME=value is expected',
      '.env: line 6: NAME=value is expected',
    ]);
    assert.doesNotMatch(error.message, /REGISTRATION|one|two/);
    return true;
  };
  assert.throws(() => readConfig({}, folder), refused);
  await rm(folder, { recursive: true });
});

test('a value of .env that is read in another way than it was meant is reported, without the value', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-env-'));
  const lines = [
    'SMTP_URL=smtps://foyer:pass#word@mail.example.org',
    'MAIL_FROM=“foyer@example.org”',
    "SECRET='a secret with a # and more than 32 characters'",
    'PORT=3001 # the port',
    'LEAVE_URL="https://www.example.org/#top"',
  ];
  writeFileSync(join(folder, '.env'), lines.join('\n'));
  assert.throws(
    () => readConfig({}, folder),
    (error) => {
      assert.ok(error instanceof ConfigError);
      assert.match(
        error.message,
        /line 1: SMTP_URL has a #, which ends it; put the value into single quotes/,
      );
      assert.match(error.message, /line 2: MAIL_FROM is in typographic quotes; use straight ones/);
      assert.doesNotMatch(error.message, /line [345]|pass#|#word|secret with/);
      return true;
    },
  );
  await rm(folder, { recursive: true });
});

test('an address whose password has special characters says how to write them', () => {
  const advice = /: special characters in the user name and the password are written as in URLs: @ is %40/;
  for (const password of ['p@ss', 'p/ss', 'p#ss', 'p?ss', 'p%ss']) {
    const database = problemsOf({ DATABASE_URL: `postgres://foyer:${password}@127.0.0.1/foyer` }).join();
    assert.match(database, /^DATABASE_URL/, password);
    assert.match(database, advice, password);
    const mail = { SMTP_URL: `smtp://foyer:${password}@mail.example.org`, MAIL_FROM: 'foyer@example.org' };
    assert.match(problemsOf(mail).join(), advice, password);
    assert.doesNotMatch(problemsOf(mail).join(), new RegExp(password.replace('?', '\\?')));
  }
  const right = 'postgres://foyer:p%40ss%2F@127.0.0.1/foyer?sslmode=require';
  assert.equal(readConfig({ DATABASE_URL: right }, root).databaseUrl, right);
});

test('.env is read if the environment does not have a setting', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-env-'));
  writeFileSync(join(folder, '.env'), 'REGISTRATION=disabled\nLOGIN_CODES=disabled\nGUEST_TTL=90m # short\n');
  const { settings, limits } = readConfig({ LOGIN_CODES: 'enabled' }, folder);
  assert.deepEqual(
    [settings.registration, settings.loginCodes, limits.guestTtlMs],
    ['disabled', 'enabled', 5_400_000],
  );
  await rm(folder, { recursive: true });
});

test('a model needs an address and a name, and may have a key and instructions', () => {
  assert.match(problemsOf({ MODEL_URL: 'http://127.0.0.1:11434/v1' }).join(), /MODEL_NAME/);
  assert.match(problemsOf({ MODEL_NAME: 'llama' }).join(), /MODEL_URL/);
  const env = {
    MODEL_URL: 'http://127.0.0.1:11434/v1',
    MODEL_NAME: 'llama',
    SYSTEM_PROMPT_FILE: fileWith('Be kind.'),
  };
  const expected = { url: env.MODEL_URL, name: 'llama', apiKey: undefined, systemPrompt: 'Be kind.' };
  const tokens = { contextTokens: 32_000, replyTokens: 4096, patienceMs: 300_000 };
  assert.deepEqual(readConfig(env, root).model, { ...expected, ...tokens });
  const bounded = {
    ...env,
    MODEL_CONTEXT_TOKENS: '8000',
    MODEL_REPLY_TOKENS: '500',
    MODEL_PATIENCE: '15m',
    MODEL_HEADERS: '{"API-Key": "a key", "x-team": "chat"}',
  };
  assert.deepEqual(readConfig(bounded, root).model, {
    ...expected,
    contextTokens: 8000,
    replyTokens: 500,
    patienceMs: 900_000,
    headers: { 'api-key': 'a key', 'x-team': 'chat' },
  });
  const fromFile = { ...env, MODEL_HEADERS_FILE: fileWith('{"api-key": "in a file"}\n') };
  assert.deepEqual(readConfig(fromFile, root).model?.headers, { 'api-key': 'in a file' });
});

test('wrong headers and a wrong patience for the model stop the start, and no header is repeated', () => {
  for (const wrong of [
    'api-key: the-secret',
    '"the-secret"',
    '["the-secret"]',
    '{"api-key": 5}',
    '{"api key": "the-secret"}',
    '{"": "the-secret"}',
    '{"api-key": "the-secret\\n"}',
    '{"api-key": "the-secret-ü"}',
    JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`x-${i}`, 'the-secret']))),
  ]) {
    const [problem = '', ...others] = problemsOf({ MODEL_HEADERS: wrong });
    assert.match(problem, /^MODEL_HEADERS: a JSON object of at most 50 names and values/, wrong);
    assert.doesNotMatch(problem, /the-secret/);
    assert.deepEqual(others, []);
  }
  assert.match(problemsOf({ MODEL_HEADERS: 'x'.repeat(10_001) }).join(), /at most 10000 characters/);
  assert.match(problemsOf({ MODEL_HEADERS: '{"Host": "x"}' }).join(), /the header host is Foyer's own/);
  for (const wrong of ['0s', '61m', '2h', 'soon', '999999d'])
    assert.match(problemsOf({ MODEL_PATIENCE: wrong }).join(), /^MODEL_PATIENCE: /, wrong);
});

test('GUEST_CONVERSION is one of three words', () => {
  for (const word of ['free', 'code', 'off'] as const)
    assert.equal(readConfig({ GUEST_CONVERSION: word }, root).settings.guestConversion, word);
  const expected = 'GUEST_CONVERSION: one of free, code, off is expected';
  assert.deepEqual(problemsOf({ GUEST_CONVERSION: 'paid' }), [expected]);
});

test('mail needs the address of a server and a sender', () => {
  const urls = ['smtp://mail.example.org', 'smtps://user:pass%40word@mail.example.org:465'];
  const senders = ['foyer@example.org', 'Foyer at School <foyer@example.org>'];
  for (const url of urls)
    for (const from of senders)
      assert.deepEqual(readConfig({ SMTP_URL: url, MAIL_FROM: from }, root).mail, {
        url,
        from,
        tls: 'required',
      });

  const [url = '', from = ''] = [urls[0], senders[0]];
  const together = 'MAIL_FROM: set both SMTP_URL and MAIL_FROM, or neither';
  assert.deepEqual(problemsOf({ SMTP_URL: url }), [together]);
  assert.deepEqual(problemsOf({ MAIL_FROM: from }), [together]);
  for (const wrong of ['https://mail.example.org', 'mail.example.org:25'])
    assert.match(problemsOf({ SMTP_URL: wrong, MAIL_FROM: from }).join(), /^SMTP_URL: an address like/);
  for (const wrong of ['Foyer', 'Foyer <foyer>', 'foyer@example.org, other@example.org'])
    assert.match(problemsOf({ SMTP_URL: url, MAIL_FROM: wrong }).join(), /^MAIL_FROM: an email address/);
  const encryption = (SMTP_URL: string, env = {}) =>
    readConfig({ SMTP_URL, MAIL_FROM: from, ...env }, root).mail?.tls;
  for (const host of ['localhost', '127.0.0.1', '[::1]:25'])
    assert.equal(encryption(`smtp://${host}`), 'off');
  assert.equal(encryption('smtp://localhost', { SMTP_TLS: 'required' }), 'required');
  assert.equal(encryption(url, { SMTP_TLS: 'opportunistic' }), 'opportunistic');
  assert.match(
    problemsOf({ SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: from, SMTP_TLS: 'off' }).join(),
    /^SMTP_TLS: smtps:\/\/ is always encrypted/,
  );
  assert.match(problemsOf({ SMTP_TLS: 'yes' }).join(), /^SMTP_TLS: one of required, opportunistic, off/);
  const hidden = { SMTP_URL: 'http://user:the-password@mail.example.org', MAIL_FROM: from };
  assert.doesNotMatch(problemsOf(hidden).join(), /the-password/);
});

const issuerNumber = (number: number, changes: Record<string, string> = {}) => ({
  [`OIDC_${number}_NAME`]: `Issuer ${number}`,
  [`OIDC_${number}_ISSUER`]: `https://login-${number}.example.org`,
  [`OIDC_${number}_CLIENT_ID`]: `client-${number}`,
  [`OIDC_${number}_CLIENT_SECRET`]: `secret-${number}`,
  ...changes,
});

test('traces go where the standard variables say, and nowhere without them', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/' };
  assert.equal(readConfig({}, root).tracing, null);
  assert.equal(readConfig({ ...endpoint, OTEL_SDK_DISABLED: 'true' }, root).tracing, null);
  assert.equal(readConfig({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' }, root).tracing, null);
  assert.deepEqual(readConfig(endpoint, root).tracing, {
    url: 'http://127.0.0.1:4318/v1/traces',
    headers: {},
    serviceName: 'foyer',
    sampler: 'parentbased_always_on',
    ratio: 1,
  });
  const whole = {
    ...endpoint,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example.org/in',
    OTEL_EXPORTER_OTLP_HEADERS_FILE: fileWith('authorization=Bearer%20abc=,x-team=chat\n'),
    OTEL_TRACES_SAMPLER: 'traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.1',
  };
  const { url, headers, ratio } = readConfig(whole, root).tracing ?? {};
  assert.deepEqual([url, ratio], ['https://traces.example.org/in', 0.1]);
  assert.deepEqual(headers, { authorization: 'Bearer abc=', 'x-team': 'chat' });
  assert.deepEqual(problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector', OTEL_TRACES_SAMPLER_ARG: '2' }), [
    'OTEL_EXPORTER_OTLP_ENDPOINT: an address like http://127.0.0.1:4318 is expected',
    'OTEL_TRACES_SAMPLER_ARG: a number from 0 to 1 is expected',
  ]);
});

test('several providers have a fixed order, numbered ones by their number', () => {
  const env = {
    ...issuerNumber(10),
    ...issuerNumber(2, {
      OIDC_2_ISSUER: 'https://id.example.org/realm/',
      OIDC_2_SCOPES: 'openid  email',
      OIDC_2_AUTH: 'client_secret_post',
    }),
    MICROSOFT_CLIENT_ID: 'm',
    MICROSOFT_CLIENT_SECRET: 'ms',
    GOOGLE_CLIENT_ID: 'g',
    GOOGLE_CLIENT_SECRET: 'gs',
  };
  assert.deepEqual(readConfig(env, root).providers, [
    { kind: 'google', id: 'google', name: 'Google', clientId: 'g', clientSecret: 'gs' },
    { kind: 'microsoft', id: 'microsoft', name: 'Microsoft', clientId: 'm', clientSecret: 'ms' },
    {
      kind: 'oidc',
      id: 'oidc-2',
      name: 'Issuer 2',
      issuer: 'https://id.example.org/realm',
      scopes: ['openid', 'email'],
      auth: 'post',
      clientId: 'client-2',
      clientSecret: 'secret-2',
    },
    {
      kind: 'oidc',
      id: 'oidc-10',
      name: 'Issuer 10',
      issuer: 'https://login-10.example.org',
      scopes: ['openid', 'email', 'profile'],
      auth: null,
      clientId: 'client-10',
      clientSecret: 'secret-10',
    },
  ]);
});

test('each missing part of a provider is named', () => {
  for (const prefix of ['GOOGLE', 'GITHUB', 'MICROSOFT']) {
    const together = `set both ${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET, or neither`;
    const [id, secret] = [`${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`];
    assert.deepEqual(problemsOf({ [id]: 'x' }), [`${secret}: ${together}`]);
    assert.deepEqual(problemsOf({ [secret]: 'hidden' }), [`${id}: ${together}`]);
  }
  const named = (env: Record<string, string>) => problemsOf(env).map((problem) => problem.split(':')[0]);
  assert.deepEqual(named({ OIDC_1_SCOPES: 'openid' }), ['OIDC_1_CLIENT_ID', 'OIDC_1_NAME', 'OIDC_1_ISSUER']);
  assert.deepEqual(problemsOf(issuerNumber(1, { OIDC_1_AUTH: 'constructor' })), [
    'OIDC_1_AUTH: one of client_secret_basic, client_secret_post is expected',
  ]);
  for (const part of ['NAME', 'ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'])
    assert.deepEqual(named(issuerNumber(3, { [`OIDC_3_${part}`]: '' })), [`OIDC_3_${part}`]);
  assert.deepEqual(named(issuerNumber(3, { OIDC_3_SCOPES: 'email' })), ['OIDC_3_SCOPES']);
});

test('a numbered setting that does not exist is named', () => {
  const problems = problemsOf(issuerNumber(1, { OIDC_1_SECRET: 'hidden' }));
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? '', /^OIDC_1_SECRET: there is no such setting/);
  for (const name of ['OIDC_0_NAME', 'OIDC_01_NAME', 'OIDC_NAME'])
    assert.match(problemsOf({ [name]: 'Campus' }).join(), new RegExp(`^${name}: there is no such setting`));
  assert.doesNotMatch(problems.join(), /hidden/);
});

test('an issuer must use https, or be on this machine', () => {
  const problemsWith = (issuer: string) => problemsOf(issuerNumber(1, { OIDC_1_ISSUER: issuer }));
  for (const issuer of ['http://localhost:8080', 'http://127.0.0.1:8080/realm', 'http://[::1]:8080'])
    assert.deepEqual(problemsWith(issuer), []);
  for (const issuer of [
    'http://login.example.org',
    'login.example.org',
    'https://login.example.org?tenant=1',
  ])
    assert.match(problemsWith(issuer).join(), /^OIDC_1_ISSUER: an address like https:/);
});

test('the secrets of providers and the address of the mail server can be in files', () => {
  const config = readConfig(
    {
      ...issuerNumber(1, { OIDC_1_CLIENT_SECRET: '', OIDC_1_CLIENT_SECRET_FILE: fileWith('of one\n') }),
      GITHUB_CLIENT_ID: 'foyer',
      GITHUB_CLIENT_SECRET_FILE: fileWith('of github'),
      SMTP_URL_FILE: fileWith('smtp://mail.example.org\n'),
      MAIL_FROM: 'foyer@example.org',
    },
    root,
  );
  assert.deepEqual(
    config.providers.map(({ clientSecret }) => clientSecret),
    ['of github', 'of one'],
  );
  assert.equal(config.mail?.url, 'smtp://mail.example.org');
  const twice = { SMTP_URL: 'smtp://a.example.org', SMTP_URL_FILE: fileWith('smtp://b.example.org') };
  assert.match(problemsOf({ ...twice, MAIL_FROM: 'foyer@example.org' }).join(), /SMTP_URL: it is set twice/);
});

test('a public address that is not loopback is the only accepted origin', () => {
  const config = readConfig({ PUBLIC_URL: 'https://chat.example.org/' }, root);
  assert.deepEqual(
    [config.publicUrl, config.origins],
    ['https://chat.example.org', ['https://chat.example.org']],
  );
});

test('relative paths start at the root of the project', () => {
  const config = readConfig({ DATA_DIR: 'kept', DATABASE_URL: 'sqlite:other.db' }, root);
  assert.deepEqual(
    [config.dataDir, config.databaseUrl],
    [join(root, 'kept'), `sqlite:${join(root, 'other.db')}`],
  );
});
