import type { Chat, Message } from '../../api/chats.ts';
import * as t from '../../messages/texts.ts';

type Saved = Pick<Chat, 'title' | 'messages'> & { assistant: { name: string | null } };

/** Several chats as one Markdown document. */
export function chatsAsMarkdown(chats: Saved[]): string {
  return chats.map(chatAsMarkdown).join('\n\n---\n\n');
}

function chatAsMarkdown({ title, messages, assistant }: Saved): string {
  const name = assistant.name ?? t.chat.thread.assistant;
  const parts = messages.map((message) => messageAsMarkdown(message, name));
  return [`# ${onOneLine(title)}`, ...parts].join('\n\n');
}

function messageAsMarkdown({ role, parts, metadata }: Message, name: string): string {
  const who = role === 'user' ? t.chat.thread.you : onOneLine(name);
  const thoughts = textIn(parts, 'reasoning');
  return [
    `## ${who} · ${t.format.moment(metadata.createdAt)}`,
    ...(thoughts ? [quoted(`${t.chat.thread.thoughts}: ${thoughts}`)] : []),
    textIn(parts, 'text'),
  ].join('\n\n');
}

function textIn(parts: Message['parts'], type: 'text' | 'reasoning'): string {
  return parts
    .filter((part) => part.type === type)
    .map(({ text }) => text)
    .join('');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
