import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type Access,
  type CodeState,
  decideAccess,
  decideConversion,
  decideEntry,
  decideRegistration,
  type GuestOf,
  type Page,
} from './access.ts';
import { defaultSettings, type Settings } from './settings.ts';

const settings = (changes: Partial<Settings>): Settings => ({ ...defaultSettings, ...changes });
const show = (value: unknown) => JSON.stringify(value);

describe('the landing page', () => {
  // login codes, default login code, registration → Register, Continue as Guest, and where login codes are enabled the code
  // field. Login is always there.
  const rows = [
    ['enabled', true, 'enabled', true, true],
    ['enabled', true, 'disabled', false, true],
    ['enabled', false, 'enabled', true, false],
    ['enabled', false, 'disabled', false, false],
    ['disabled', true, 'enabled', true, false],
    ['disabled', false, 'enabled', true, false],
    ['disabled', true, 'disabled', false, false],
    ['disabled', false, 'disabled', false, false],
  ] as const;
  for (const [loginCodes, hasDefaultLoginCode, registration, register, guest] of rows) {
    test(`offers its buttons: ${show({ loginCodes, hasDefaultLoginCode, registration })}`, () => {
      const access = decideAccess(
        settings({ loginCodes, hasDefaultLoginCode, registration }),
        'landing',
        'none',
      );
      const codeField = loginCodes === 'enabled' ? 'folded' : 'none';
      assert.deepEqual(access, { page: 'landing', guest, codeField, register });
    });
  }
});

describe('the login page', () => {
  // login codes, default login code → Continue as Guest, the code field; Register if registration is enabled.
  const rows = [
    ['enabled', true, true, 'folded'],
    ['enabled', false, false, 'open'],
    ['disabled', true, false, 'none'],
    ['disabled', false, false, 'none'],
  ] as const;
  for (const [loginCodes, hasDefaultLoginCode, guest, codeField] of rows) {
    for (const registration of ['enabled', 'disabled'] as const) {
      test(`offers its ways to log in: ${show({ loginCodes, hasDefaultLoginCode, registration })}`, () => {
        const access = decideAccess(
          settings({ loginCodes, hasDefaultLoginCode, registration }),
          'login',
          'none',
        );
        assert.deepEqual(access, { page: 'login', guest, codeField, register: registration === 'enabled' });
      });
    }
  }
});

describe('the register page', () => {
  // registration, codes, default registration code → the page.
  const rows: [Settings['registration'], Settings['registrationCodes'], boolean, Access][] = [
    ['disabled', 'required', false, { page: 'registration-closed' }],
    ['disabled', 'required', true, { page: 'registration-closed' }],
    ['disabled', 'not-required', false, { page: 'registration-closed' }],
    ['disabled', 'not-required', true, { page: 'registration-closed' }],
    ['enabled', 'required', false, { page: 'register', codeField: 'open' }],
    ['enabled', 'required', true, { page: 'register', codeField: 'none' }],
    ['enabled', 'not-required', false, { page: 'register', codeField: 'none' }],
    ['enabled', 'not-required', true, { page: 'register', codeField: 'none' }],
  ];
  for (const [registration, registrationCodes, hasDefaultRegistrationCode, page] of rows) {
    const given = { registration, registrationCodes, hasDefaultRegistrationCode };
    test(`offers its form: ${show(given)}`, () => {
      assert.deepEqual(decideAccess(settings(given), 'register', 'none'), page);
    });
  }
});

const pages: Page[] = ['landing', 'login', 'register'];
const codeStates: CodeState[] = ['none', 'unusable', 'login', 'registration'];

function* everything() {
  for (const hasDefaultLoginCode of [false, true])
    for (const loginCodes of ['enabled', 'disabled'] as const)
      for (const loginLinks of ['automatic', 'confirm'] as const)
        for (const registration of ['enabled', 'disabled'] as const)
          for (const registrationCodes of ['required', 'not-required'] as const)
            for (const hasDefaultRegistrationCode of [false, true])
              for (const guestConversion of ['free', 'code', 'off'] as const)
                for (const page of pages)
                  for (const code of codeStates)
                    for (const byDefault of codeStates) {
                      const entry = { hasDefaultLoginCode, loginCodes, loginLinks, guestConversion };
                      const account = { registration, registrationCodes, hasDefaultRegistrationCode };
                      // The end of a guest's cookie does not affect access.
                      const { guestCookie, codesStopped } = defaultSettings;
                      const others = { guestCookie, codesStopped };
                      yield { settings: { ...entry, ...account, ...others }, page, code, byDefault };
                    }
}

/** Checks a rule for all 9,216 combinations of settings, pages and states of codes. */
function holds(
  rule: (of: { settings: Settings; page: Page; code: CodeState; byDefault: CodeState }) => void,
) {
  const combinations = [...everything()];
  assert.equal(combinations.length, 9216);
  for (const combination of combinations) rule(combination);
}

describe('whatever the settings', () => {
  test('a usable login code in a link lets people in, at once or after one click', () => {
    holds(({ settings, page }) => {
      const asks = settings.loginLinks === 'confirm';
      assert.deepEqual(decideAccess(settings, page, 'login'), { page: 'entry', asks });
      assert.equal(decideEntry(settings, 'code', 'login'), null);
    });
  });

  test('a usable registration code in a link opens the register page, or the login page with the reason why not', () => {
    holds(({ settings, page }) => {
      const access = decideAccess(settings, page, 'registration');
      if (settings.registration === 'disabled') {
        assert.equal(access.page, 'login');
        assert.equal('notice' in access && access.notice, 'REGISTRATION_DISABLED');
      } else {
        const codeField = settings.registrationCodes === 'required' ? 'locked' : 'none';
        assert.deepEqual(access, { page: 'register', codeField });
      }
    });
  });

  test('an unusable code only adds a notice', () => {
    holds(({ settings, page }) => {
      const without = decideAccess(settings, page, 'none');
      assert.deepEqual(decideAccess(settings, page, 'unusable'), {
        ...without,
        notice: 'INVITATION_CODE_INVALID',
      });
    });
  });

  test('a page offers exactly what the server allows', () => {
    holds(({ settings, page, byDefault }) => {
      const access = decideAccess(settings, page, 'none');
      const offersGuest = 'guest' in access && access.guest;
      const code = settings.hasDefaultLoginCode ? 'login' : 'none';
      if (page !== 'register') assert.equal(offersGuest, decideEntry(settings, 'default', code) === null);

      const given = access.page === 'register' && access.codeField === 'open' ? 'registration' : 'none';
      const default_ = settings.hasDefaultRegistrationCode ? 'registration' : 'none';
      const registration = decideRegistration(settings, given, default_);
      if (page === 'register') assert.equal(access.page === 'register', !('refusal' in registration));
      if (settings.registration === 'disabled') {
        assert.deepEqual(decideRegistration(settings, 'registration', byDefault), {
          refusal: 'REGISTRATION_DISABLED',
        });
      }
    });
  });

  test('nobody enters without a usable login code', () => {
    holds(({ settings, code }) => {
      const refusal = decideEntry(settings, 'code', code);
      const expected = {
        login: null,
        none: 'INVITATION_CODE_REQUIRED',
        unusable: 'INVITATION_CODE_INVALID',
        registration: 'INVITATION_CODE_WRONG_KIND',
      };
      assert.equal(refusal, expected[code]);
    });
  });

  test('nobody registers without a code if one is required', () => {
    holds(({ settings, code, byDefault }) => {
      const registration = decideRegistration(
        { ...settings, registrationCodes: 'required' },
        code,
        byDefault,
      );
      if ('refusal' in registration) return;
      const spent = { given: code, default: byDefault, nothing: 'none' }[registration.spends];
      assert.equal(spent, 'registration');
    });
  });

  test('a given code wins over the default code', () => {
    holds(({ settings, code, byDefault }) => {
      const registration = decideRegistration(settings, code, byDefault);
      if (code !== 'none') assert.notDeepEqual(registration, { spends: 'default' });
    });
  });

  test('the default code opens nothing while login codes are disabled', () => {
    holds(({ settings, code }) => {
      const refusal = decideEntry({ ...settings, loginCodes: 'disabled' }, 'default', code);
      assert.equal(refusal, 'LOGIN_CODES_DISABLED');
    });
  });
});

describe('while all codes are stopped', () => {
  const stopped = (settings: Settings): Settings => ({ ...settings, codesStopped: true });

  test('no code opens anything, whatever its state, and the answer does not tell the state', () => {
    holds(({ settings, code, byDefault }) => {
      assert.equal(decideEntry(stopped(settings), 'code', code), 'CODES_STOPPED');
      if (settings.loginCodes === 'enabled')
        assert.equal(decideEntry(stopped(settings), 'default', code), 'CODES_STOPPED');
      for (const guestOf of ['given', 'default'] as const) {
        for (const decided of [
          decideRegistration(stopped(settings), code, byDefault),
          decideConversion(stopped(settings), guestOf, code, byDefault),
        ])
          if ('spends' in decided) assert.equal(decided.spends, 'nothing');
      }
    });
  });

  test('what needs no code goes on', () => {
    holds(({ settings, code, byDefault }) => {
      const decided = decideRegistration(settings, code, byDefault);
      if ('spends' in decided && decided.spends === 'nothing')
        assert.deepEqual(decideRegistration(stopped(settings), code, byDefault), decided);
    });
  });

  test('a code in a link leads to the page as it is without one, with a notice', () => {
    holds(({ settings, page, code }) => {
      if (code !== 'login' && code !== 'registration') return;
      const without = decideAccess(settings, page, 'none');
      const access = decideAccess(stopped(settings), page, code);
      assert.deepEqual(access, { ...without, notice: 'CODES_STOPPED' });
    });
  });
});

describe('a guest who wants to become a member', () => {
  // conversion, entered with, registration, codes, code brought, default registration code → what pays, or the refusal.
  const rows: [
    Settings['guestConversion'],
    GuestOf,
    Settings['registration'],
    Settings['registrationCodes'],
    CodeState,
    CodeState,
    string,
  ][] = [
    ['free', 'given', 'enabled', 'required', 'none', 'none', 'nothing'],
    ['free', 'given', 'disabled', 'required', 'none', 'none', 'nothing'],
    ['free', 'given', 'enabled', 'required', 'unusable', 'registration', 'nothing'],
    ['free', 'default', 'enabled', 'required', 'none', 'none', 'INVITATION_CODE_REQUIRED'],
    ['free', 'default', 'enabled', 'required', 'none', 'registration', 'default'],
    ['free', 'default', 'enabled', 'required', 'registration', 'none', 'given'],
    ['free', 'default', 'enabled', 'required', 'unusable', 'none', 'INVITATION_CODE_INVALID'],
    ['free', 'default', 'enabled', 'required', 'login', 'none', 'INVITATION_CODE_WRONG_KIND'],
    ['free', 'default', 'enabled', 'not-required', 'none', 'none', 'nothing'],
    ['free', 'default', 'disabled', 'not-required', 'none', 'none', 'INVITATION_CODE_REQUIRED'],
    ['free', 'default', 'disabled', 'required', 'none', 'registration', 'INVITATION_CODE_REQUIRED'],
    ['free', 'default', 'disabled', 'required', 'registration', 'none', 'given'],
    ['code', 'given', 'enabled', 'required', 'none', 'none', 'INVITATION_CODE_REQUIRED'],
    ['code', 'given', 'enabled', 'not-required', 'none', 'none', 'INVITATION_CODE_REQUIRED'],
    ['code', 'given', 'enabled', 'required', 'none', 'registration', 'default'],
    ['code', 'given', 'disabled', 'required', 'registration', 'none', 'given'],
    ['code', 'default', 'enabled', 'required', 'registration', 'none', 'given'],
    ['off', 'given', 'enabled', 'not-required', 'registration', 'registration', 'CONVERSION_OFF'],
    ['off', 'default', 'disabled', 'required', 'none', 'none', 'CONVERSION_OFF'],
  ];
  for (const [guestConversion, guestOf, registration, registrationCodes, given, byDefault, paid] of rows) {
    const of = { guestConversion, guestOf, registration, registrationCodes, given, byDefault };
    test(`gets the right decision: ${show(of)}`, () => {
      const changes = { guestConversion, registration, registrationCodes };
      const decided = decideConversion(settings(changes), guestOf, given, byDefault);
      assert.equal('refusal' in decided ? decided.refusal : decided.spends, paid);
    });
  }

  test('never becomes a member with only the default login code, unless registration is open to all', () => {
    holds(({ settings, code, byDefault }) => {
      const decided = decideConversion(settings, 'default', code, byDefault);
      const isOpenToAll =
        settings.registration === 'enabled' && settings.registrationCodes === 'not-required';
      if ('spends' in decided && decided.spends === 'nothing') assert.ok(isOpenToAll);
    });
  });

  test('never becomes a member with the default registration code while registration is closed', () => {
    holds(({ settings, code, byDefault }) => {
      for (const guestOf of ['given', 'default'] as const) {
        const decided = decideConversion({ ...settings, registration: 'disabled' }, guestOf, code, byDefault);
        assert.notDeepEqual(decided, { spends: 'default' });
      }
    });
  });
});
