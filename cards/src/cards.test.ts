import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { languages } from '@foyer/policy';
import { decodeQr, pdftoppm, renderPage, textOf } from '../../testing/cards.ts';
import { needs } from '../../testing/database/programs.ts';
import { type Card, CardRefused, type House, printCards } from './cards.ts';

const folder = await mkdtemp(join(tmpdir(), 'foyer-cards-'));
after(() => rm(folder, { recursive: true, force: true }));

const house: House = {
  name: 'Harbour Advice',
  logoFile: null,
  publicUrl: 'https://chat.harbour.example',
  language: 'en',
  timeZone: 'Europe/Berlin',
};

function card(fields: Partial<Card> = {}): Card {
  const code = fields.code ?? '7K2M-9QXD-4HVN8';
  return {
    code,
    kind: 'login',
    link: `https://chat.harbour.example/#invite-code=${encodeURIComponent(code)}`,
    allowed: 1,
    validUntil: Date.parse('2027-01-31T22:59:59.999Z'),
    language: null,
    note: null,
    assistant: null,
    ...fields,
  };
}

let files = 0;

async function printed(cards: Card[], form: 'sheets' | 'single' = 'sheets', of: House = house) {
  const file = join(folder, `${++files}.pdf`);
  await printCards({ file, cards, house: of, form });
  return file;
}

/** Where a card lies on a sheet, in parts of the page. */
function partOf(place: number) {
  const [column, row] = [place % 2, Math.floor(place / 2)];
  return { x: (20 + column * 85) / 210, y: (13.5 + row * 54) / 297, width: 85 / 210, height: 54 / 297 };
}

test('each card of a sheet has the QR code of its own link', needs(pdftoppm), async () => {
  const cards = Array.from({ length: 12 }, (_, index) =>
    card({
      code: index === 3 ? 'Zürich & 日本 100%' : `7K2M-9QXD-4HV${index + 10}`,
      language: languages[index % 8] ?? null,
    }),
  ).filter(({ code }) => !code.includes('日'));
  const file = await printed(cards);
  const pages = [renderPage(file, 1), renderPage(file, 2)];
  for (const [index, { link }] of cards.entries()) {
    const page = pages[Math.floor(index / 10)];
    assert.ok(page);
    assert.equal(decodeQr(page, partOf(index % 10)), link);
  }
  assert.equal((await stat(file)).mode & 0o777, 0o600);
});

test('a large card has a page of its own, and its QR code can be read', needs(pdftoppm), async () => {
  const file = await printed([card({ code: 'K7M-4PQ' }), card({ code: 'SPRING-2027' })], 'single');
  const [first, second] = [renderPage(file, 1, 60), renderPage(file, 2, 60)];
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  assert.equal(decodeQr(first, whole), 'https://chat.harbour.example/#invite-code=K7M-4PQ');
  assert.equal(decodeQr(second, whole), 'https://chat.harbour.example/#invite-code=SPRING-2027');
});

test(
  'a card says in its language what to do, for what, how many people, and until when',
  needs(pdftoppm),
  async () => {
    const says = {
      en: ['Scan, or enter this code at', 'Assistant: Wren', '2 people, until 31 January 2027'],
      de: ['Scannen oder diesen Code', 'Assistent: Wren', '2 Personen, bis 31. Januar 2027'],
      fr: ['Scannez ou saisissez ce code sur', '2 personnes, jusqu’au 31 janvier'],
      es: ['Escanee o introduzca este código en', 'Asistente: Wren', '2 personas, hasta el 31 de enero de'],
      pt: ['Leia o QR ou introduza este código', 'Assistente: Wren', '2 pessoas, até 31 de janeiro de'],
      sw: ['Changanua, au weka msimbo huu', 'Msaidizi: Wren', 'Watu 2, hadi 31 Januari 2027'],
      uk: ['Скануйте або введіть цей код на', 'Помічник: Wren', '2 особи, до 31 січня 2027'],
      // In the order of the page: pdftotext does not turn a line with numbers.
      ar: ['المساعد', 'شخصان', 'حتى', 'يناير', '2027'],
    };
    for (const language of languages) {
      const note = 'Rent? Łódź, Görlitz, Київ, عدن.';
      const text = textOf(await printed([card({ language, assistant: 'Wren', allowed: 2, note })]));
      const flat = withoutMarks(text);
      for (const part of [
        ...says[language],
        'chat.harbour.example',
        '7K2M-9QXD-4HVN8',
        'Harbour Advice',
        'Łódź',
      ])
        assert.ok(flat.includes(withoutMarks(part)), `${language}: ${part}\n${text}`);
    }
  },
);

test(
  'the time is said where a code ends within a day, and the address of the right page',
  needs(pdftoppm),
  async () => {
    const registration = card({ kind: 'registration', validUntil: Date.parse('2027-01-31T12:30:00Z') });
    const text = textOf(await printed([registration]));
    assert.match(text, /To create an account/);
    assert.match(text, /chat\.harbour\.example\/register/);
    assert.match(text.replaceAll(/\s+/g, ' '), /until 31 January 2027 at 13:30/);
  },
);

test('the fonts are embedded, and the logo is', async () => {
  const logo = join(folder, 'logo.png');
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await writeFile(logo, Buffer.from(pixel, 'base64'));
  const file = await printed([card({ language: 'ar' })], 'sheets', { ...house, logoFile: logo });
  const pdf = (await readFile(file)).toString('latin1');
  for (const font of ['AtkinsonHyperlegibleNext', 'AtkinsonHyperlegibleMono', 'Vazirmatn'])
    assert.match(pdf, new RegExp(`/FontName /[A-Z]{6}\\+${font}`));
  assert.match(pdf, /\/Subtype \/Image/);
});

test('a damaged logo is named by its setting, and leaves no file', async () => {
  const logo = join(folder, 'damaged.png');
  await writeFile(logo, Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'));
  const file = join(folder, 'damaged.pdf');
  const printing = printCards({ file, cards: [card()], house: { ...house, logoFile: logo }, form: 'sheets' });
  await assert.rejects(printing, { message: 'the picture of BRAND_LOGO_FILE is damaged' });
  assert.equal(existsSync(file), false);
});

test('a letter without a font is refused and named, and leaves no file', async () => {
  const file = join(folder, 'refused.pdf');
  const cards = [card(), card({ note: 'Welcome 欢' })];
  await assert.rejects(printCards({ file, cards, house, form: 'sheets' }), (error: unknown) => {
    assert.ok(error instanceof CardRefused);
    assert.equal(error.message, 'no font for cards has the letter 欢 (U+6B22) of the note');
    return true;
  });
  assert.equal(existsSync(file), false);
});

test('texts that do not fit are refused by the name of the code, and leave no file', async () => {
  const file = join(folder, 'too-long.pdf');
  const code = 'W'.repeat(128);
  const cards = [card(), card({ code, note: 'W'.repeat(120), assistant: 'W'.repeat(64) })];
  const long = {
    ...house,
    name: 'W'.repeat(60),
    publicUrl: `https://${'w'.repeat(60)}.${'w'.repeat(60)}.example`,
  };
  await assert.rejects(printCards({ file, cards, house: long, form: 'sheets' }), /do not fit on a card/);
  assert.equal(existsSync(file), false);
});

test('an existing file stays, also when a card is refused or the work is stopped', async () => {
  const file = join(folder, 'there.pdf');
  await writeFile(file, 'mine');
  const existing = /exists already$/;
  await assert.rejects(printCards({ file, cards: [card()], house, form: 'sheets' }), existing);
  await assert.rejects(printCards({ file, cards: [card({ note: '欢' })], house, form: 'sheets' }), existing);
  const stopped = printCards({ file, cards: [card()], house, form: 'sheets' }, AbortSignal.abort());
  await assert.rejects(stopped, existing);
  assert.equal(await readFile(file, 'utf8'), 'mine');
  const nowhere = join(folder, 'none', 'cards.pdf');
  await assert.rejects(printCards({ file: nowhere, cards: [card()], house, form: 'sheets' }), /ENOENT/);
});

/** pdftotext gives presentation forms, marks of direction, and other blanks. */
function withoutMarks(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ');
}
