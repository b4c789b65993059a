import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { AssistantProblem } from './assistant.ts';
import { readAssistant } from './read-assistant.ts';

const root = await mkdtemp(join(tmpdir(), 'foyer-read-'));
after(() => rm(root, { recursive: true, force: true }));

async function folderWith(files: Record<string, string | Buffer>) {
  const dir = await mkdtemp(join(root, 'dir-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(dir, name, '..'), { recursive: true });
    await writeFile(join(dir, name), content);
  }
  return {
    dir,
    read: async (knowledgeCharacters = 30_000) =>
      (await readAssistant('a', { dir, knowledgeCharacters })).assistant,
  };
}

const withKnowledge = '---\nname: A\nknowledge: facts\n---\nI am A.';
const withPicture = '---\nname: A\npicture: a.png\n---\nI am A.';
const problemOf = async (reading: Promise<unknown>): Promise<string> => {
  const error = await reading.then(
    () => assert.fail('it was read'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof AssistantProblem, String(error));
  return error.message;
};

test('knowledge follows the prompt in the order of its names, up to the limit, and what is missing is said', async () => {
  const { read } = await folderWith({
    'a.md': withKnowledge,
    'facts/2.txt': 'b'.repeat(10),
    'facts/1.md': 'a'.repeat(10),
    'facts/3.md': 'c'.repeat(10),
    'facts/4.md': 'never',
    'facts/.hidden.md': 'hidden',
    'facts/letter.docx': 'x',
  });
  const { systemPrompt, warnings } = await read(25);
  assert.match(
    systemPrompt,
    /^I am A\.\n\n.*\n\n<document name="1\.md">\na{10}\n<\/document>\n\n<document name="2\.txt">\nb{10}\n<\/document>\n\n<document name="3\.md">\nc{5}\n<\/document>$/,
  );
  assert.deepEqual(warnings, [
    'facts/3.md is cut: KNOWLEDGE_CHARACTERS is 25.',
    'facts/4.md is left out: KNOWLEDGE_CHARACTERS is 25.',
    'facts/letter.docx is left out: it is neither a .md nor a .txt file.',
  ]);
  assert.deepEqual((await read(10_000)).warnings.length, 1);
});

test('a cut leaves no half of a character', async () => {
  const { read } = await folderWith({ 'a.md': withKnowledge, 'facts/1.md': 'ab😀' });
  assert.ok((await read(3)).systemPrompt.isWellFormed());
});

test('knowledge that cannot be read as text is left out, and said', async () => {
  const { dir, read } = await folderWith({
    'a.md': withKnowledge,
    'facts/latin.txt': Buffer.from('caf\xe9', 'latin1'),
    'facts/large.txt': Buffer.alloc(1024 * 1024 + 1, 'x'),
  });
  await mkdir(join(dir, 'facts/folder.md'));
  execFileSync('mkfifo', [join(dir, 'facts/pipe.txt')]);
  assert.deepEqual((await read()).warnings, [
    'facts/folder.md is left out: it is no file.',
    'facts/large.txt is left out: it is larger than 1 MB.',
    'facts/latin.txt is left out: it is no UTF-8 text.',
    'facts/pipe.txt is left out: it is no file.',
  ]);
});

test('a picture is what its first bytes say', async () => {
  const pictures = ['\x89PNG\r\n\x1a\n…', '\xff\xd8\xff…', 'RIFF1234WEBP…'];
  for (const bytes of pictures) {
    const { dir, read } = await folderWith({ 'a.md': withPicture, 'a.png': Buffer.from(bytes, 'latin1') });
    assert.equal((await read()).picture, join(dir, 'a.png'));
  }
  for (const bytes of [
    '<html><script>',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    'GIF89a',
    '',
    'RIFF1234WAVE',
  ]) {
    const { read } = await folderWith({ 'a.md': withPicture, 'a.png': Buffer.from(bytes, 'latin1') });
    assert.match(await problemOf(read()), /a\.png is neither PNG, JPEG nor WebP/, bytes);
  }
});

test('a file that is too large, no text, a pipe, or missing is refused at once', async () => {
  const large = await folderWith({ 'a.md': Buffer.alloc(1024 * 1024 + 1, 'x') });
  assert.equal(await problemOf(large.read()), 'it is larger than 1 MB');
  const latin = await folderWith({ 'a.md': Buffer.from('---\nname: caf\xe9\n---\nx', 'latin1') });
  assert.equal(await problemOf(latin.read()), 'it is no UTF-8 text');
  const pipe = await folderWith({});
  execFileSync('mkfifo', [join(pipe.dir, 'a.md')]);
  assert.equal(await problemOf(pipe.read()), 'it is no file');
  const missing = await folderWith({ 'a.md': withKnowledge });
  assert.equal(await problemOf(missing.read()), 'knowledge: facts is no folder in the folder of assistants');
});
