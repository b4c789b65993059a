import assert from 'node:assert/strict';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Visitor } from './visitor.ts';

// SCREENSHOTS names a folder for screenshots of every page.
const pictures = process.env.SCREENSHOTS;
export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

/** Checks the page on a phone and a desktop, in light and in dark mode. */
export async function checkPage({ page }: Pick<Visitor, 'page'>, name: string, sizes = [phone, desktop]) {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      // A colour that is still changing has no contrast yet.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const drawn = page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`);
      await drawn.waitFor({ state: 'attached' });
      const where = `${name}, ${size.width} px, ${colorScheme}`;
      if (pictures) await page.screenshot({ path: join(pictures, `${where.replaceAll(/\W+/g, '-')}.png`) });
      assert.deepEqual(await accessibilityProblems(page), [], where);
      const overhang = await page.evaluate('document.scrollingElement.scrollWidth - innerWidth');
      assert.equal(overhang, 0, `${where}: pixels beyond the page's width`);
    }
  }
  await page.setViewportSize(desktop);
}

/** All findings of axe. */
async function accessibilityProblems(page: Visitor['page']): Promise<string[]> {
  // axe stays in the page until another one is opened.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
