import { en, type Messages } from '../messages/en.ts';

export type Letter = { subject: string; text: string; html: string };

type Template = Exclude<keyof Messages, 'untitledChat'>;

/** What a letter says: from whom it comes, where its link leads, and the code to type on `page` instead. */
export type LetterContent = { site: string; link: string; code?: string; page?: string };

export function letterOf(template: Template, content: LetterContent, messages: Messages = en): Letter {
  const { site, link, code = '', page = '' } = content;
  const { subject, paragraphs } = messages[template]({ site, link, code, page });
  const text = paragraphs.map((part) => (typeof part === 'string' ? part : part.link)).join('\n\n');
  const html = paragraphs.map((part) => `<p>${typeof part === 'string' ? escaped(part) : anchor(part)}</p>`);
  return { subject, text: `${text}\n`, html: html.join('\n') };
}

function anchor({ link, label }: { link: string; label: string }): string {
  return `<a href="${escaped(link)}">${escaped(label)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
