import type { Page } from 'playwright-core';

/** Elements whose words come from the person, the assistant, or the house; and the languages' own names. */
const ownWords = 'select, code, article p, article li';

/** Texts that are cut off: their box hides what overflows, without an ellipsis. */
export const clippedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('body *')].flatMap((element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const isForReaders = box.width <= 1 || box.height <= 1;
    if (!hasText || isForReaders || style.visibility === 'hidden' || style.textOverflow === 'ellipsis') return [];
    const isCut = (axis) => ['hidden', 'clip'].includes(style['overflow' + axis]);
    const across = isCut('X') && element.scrollWidth > element.clientWidth + 1;
    const down = isCut('Y') && element.scrollHeight > element.clientHeight + 1;
    return across || down ? [element.textContent] : [];
  })`);

/** How far the page reaches beyond its window, in pixels. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate('document.scrollingElement.scrollWidth - innerWidth');

/** The visible texts, and the names of controls, that are the product's own. */
export const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const isOwn = (element) => element.closest(${JSON.stringify(ownWords)}) !== null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [document.title];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!isOwn(parent) && parent.checkVisibility() && !/^(SCRIPT|STYLE|NOSCRIPT)$/.test(parent.tagName))
        texts.push(walker.currentNode.data);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        if (!isOwn(element) || element.tagName === 'SELECT') texts.push(element.getAttribute(name) ?? '');
    return texts.map((text) => text.trim()).filter(Boolean);
  })()`);
