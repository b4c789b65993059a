import type { AssistantOnPages } from '@foyer/api/access';
import type { Assistant } from './assistant.ts';

/** What the pages show of an assistant; never its prompt. Null is the default one: the pages have words for it. */
export function assistantOnPages(assistant: Assistant | null): AssistantOnPages {
  if (!assistant) return { id: null, name: null, greeting: null, beginnings: [], help: [], picture: null };
  const { id, name, greeting, beginnings, help, picture } = assistant;
  const address = `/api/assistants/${encodeURIComponent(id)}/picture`;
  return { id, name, greeting, beginnings, help, picture: picture === null ? null : address };
}
