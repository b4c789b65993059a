import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';

/** The smallest side of a control that a finger hits, in pixels. */
const least = 44;

/** Measures the controls of the page as it is. */
export async function hasTargets({ page }: Visitor, name: string) {
  assert.deepEqual(await page.evaluate(tooSmall(least)), [], `${name}: controls that a finger misses`);
}

/** Measures the page as it is, with letters of twice the size, and as at 400 % zoom. */
export async function hasRoom(visitor: Visitor, name: string) {
  const { page } = visitor;
  await hasTargets(visitor, name);
  for (const [width, letters] of [
    [360, '200%'],
    [320, '100%'],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    await page.evaluate(`document.documentElement.style.fontSize = '${letters}'`);
    const where = `${name}, ${width} px, letters of ${letters}`;
    const overhang = await page.evaluate('document.scrollingElement.scrollWidth - innerWidth');
    assert.equal(overhang, 0, `${where}: pixels beyond the page's width`);
    assert.deepEqual(await page.evaluate(cutOff), [], where);
  }
  await page.evaluate("document.documentElement.style.fontSize = ''");
  await page.setViewportSize({ width: 360, height: 740 });
}

/** Controls with a side below the limit. A link or a button inside a sentence is as high as its line (WCAG 2.5.8). */
const tooSmall = (limit: number) => `
  Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary'))
    .filter((control) => !(getComputedStyle(control).display === 'inline' || control.matches('.text-button, :disabled')))
    .map((control) => ({ box: control.getBoundingClientRect(), text: control.innerText || control.outerHTML }))
    .filter(({ box }) => box.width > 0 && (Math.round(box.width) < ${limit} || Math.round(box.height) < ${limit}))
    .map(({ box, text }) => text + ' ' + box.width + ' × ' + box.height)`;

/** Words that do not fit into their button or field label. A title may end in "…": the list has it, too. */
const cutOff = `
  Array.from(document.querySelectorAll('button, a[href], label, h1, h2, p'))
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .filter((element) => getComputedStyle(element).textOverflow !== 'ellipsis')
    .map((element) => element.innerText)`;
