import { directionOf, type Language } from '@foyer/policy';
import type { Messages } from '../messages/en.ts';
import { messages } from '../messages/messages.ts';

export type Letter = { subject: string; text: string; html: string };

type Template = keyof Messages;

/** What a letter says: from whom it comes, where its link leads, and the code to type on `page` instead. */
export type LetterContent = { site: string; link: string; code?: string; page?: string };

export function letterOf(template: Template, content: LetterContent, language: Language): Letter {
  const { site, link, code = '', page = '' } = content;
  const { subject, paragraphs } = messages[language][template]({ site, link, code, page });
  const text = paragraphs.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n');
  const html = paragraphs.map((part) => `<p>${typeof part === 'string' ? escaped(part) : anchor(part)}</p>`);
  const body = `<div lang="${language}" dir="${directionOf(language)}">\n${html.join('\n')}\n</div>`;
  return { subject, text: `${text}\n`, html: body };
}

function anchor({ link, label }: { link: string; label: string }): string {
  return `<a href="${escaped(link)}">${escaped(label)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
