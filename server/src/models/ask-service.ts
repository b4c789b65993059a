import type { ModelConfig } from '../config/model-config.ts';
import { askOverHttp } from './ask-over-http.ts';
import { readError } from './errors/read-error.ts';
import type { AskModel, ModelCall } from './model-piece.ts';
import { readStream, readWhole } from './read-stream.ts';

/** Asks an OpenAI-compatible service. Source: https://platform.openai.com/docs/api-reference/chat/create */
export function askService({
  url,
  name,
  apiKey,
  headers = {},
}: Pick<ModelConfig, 'url' | 'name' | 'apiKey' | 'headers'>): AskModel {
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/$/, '')}/chat/completions`;
  const sent = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    ...headers,
  };
  let asksUsage = true;
  const ask: AskModel = async (call) => {
    const body = JSON.stringify({
      model: name,
      stream: true,
      ...(asksUsage && { stream_options: { include_usage: true } }),
      ...bounded(url, call),
      ...(call.temperature !== undefined && { temperature: call.temperature }),
      messages: messagesOf(call),
    });
    const request = { method: 'POST', headers: sent, body, signal: call.signal };
    const answer = await askOverHttp(address.href, request);
    if (!answer.ok || !answer.body) {
      const error = await readError(answer);
      if (!asksUsage || !error.problem.refusesUsage) throw error;
      asksUsage = false;
      return ask(call);
    }
    const isWhole = answer.headers.get('content-type')?.startsWith('application/json');
    return isWhole ? readWhole(answer.body) : readStream(answer.body);
  };
  return ask;
}

/** OpenAI's newer models (also on Azure) refuse `max_tokens`; most other services know only that. */
export function bounded(url: string, { maxTokens }: Pick<ModelCall, 'maxTokens'>): Record<string, number> {
  const isOpenAi = /(^|\.)openai\.(azure\.)?com$/.test(new URL(url).hostname);
  return isOpenAi ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens };
}

/** Many models require alternating roles, so unanswered questions are joined with the next one. */
function messagesOf({ systemPrompt, conversation }: ModelCall): { role: string; content: string }[] {
  const messages: { role: string; content: string }[] = [];
  for (const { role, text } of conversation) {
    const last = messages.at(-1);
    if (last?.role === role) last.content += `\n\n${text}`;
    else messages.push({ role, content: text });
  }
  return systemPrompt ? [{ role: 'system', content: systemPrompt }, ...messages] : messages;
}
