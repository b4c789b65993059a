/** A conversation is too long for the model's window. In tokens, as far as the service says. */
export type Overflow = {
  limit?: number;
  used?: number;
};

const codes =
  /context_length_exceeded|exceed_context_size|contextwindowexceeded|context_window_exceeded|model_max_prompt_tokens|tokens_limit_reached|string_above_max_length/;

const sentences = [
  // OpenAI, Azure, OpenRouter, DeepSeek, vLLM, SGLang, Groq, Fireworks
  /maximum (context|prompt|input|model) length/,
  /max(imum)?[ _](context|prompt|input|seq|sequence|model)[ _]?(len|length|size|window|tokens)/,
  // llama.cpp, llama-cpp-python, Ollama, LM Studio, Anthropic behind gateways
  /context[ -]?(size|length|window|limit)/,
  /(prompt|input|request|conversation|messages?)( \([^)]*\))? (is|are|was) too (long|large)/,
  /prompt too long|too many (input |prompt )?tokens|tokens? to keep from the initial prompt/,
  /reduce the length of (the|your) (messages|prompt|input)/,
  // Gemini, Cohere, Text Generation Inference
  /token count .{0,60}exceeds|number of tokens .{0,60}(exceed|greater|too)/,
  /`?inputs`? tokens \+ `?max_new_tokens`? must be/,
];

/** @param text in lower case */
export function isOverflow(text: string): boolean {
  return codes.test(text) || sentences.some((sentence) => sentence.test(text));
}

const number = '(\\d[\\d,]*)';

const limits = [
  `context (?:length|size|window|limit)(?: \\w+){0,3}?\\D{0,4}${number}`,
  `maximum (?:prompt|input|model)? ?length(?: \\w+){0,3}?\\D{0,4}${number}`,
  ` >\\s*${number}`,
  `<=\\s*${number}`,
  `${number} maximum`,
  `(?:maximum|max)(?: number of tokens)?[^\\d.]{0,40}${number}`,
  `(?:cannot|must not|can't) exceed ${number}`,
  `limit[^\\d.]{0,30}${number}`,
].map((form) => new RegExp(form));

/** The most exact first: some services add the reply to the sum. */
const uses = [
  `${number} (?:tokens )?(?:in|of|from) (?:the |your )?(?:messages|input|prompt|text input)`,
  `resulted in ${number}`,
  `${number} (?:input|prompt) tokens`,
  `(?:prompt|input|request) (?:contains|has) ${number}`,
  `input \\(${number} tokens`,
  `token count \\(?${number}`,
  `${number} tokens >`,
  `given:? ${number}`,
  `requested(?: \\w+){0,3}? \\(?${number}`,
].map((form) => new RegExp(form));

/**
 * @param text in lower case
 * @param stated numbers from fields
 */
export function readOverflow(text: string, stated: Partial<Overflow>): Overflow {
  // "exceeded by 300" is neither the limit nor the size.
  const numbers = text.replace(/\bby [\d,]+/g, '');
  const limit = stated.limit ?? firstNumber(limits, numbers);
  const used = stated.used ?? firstNumber(uses, numbers);
  return { ...(limit !== undefined && { limit }), ...(used !== undefined && { used }) };
}

/** Smaller numbers are statuses or codes. */
const minTokens = 64;

function firstNumber(forms: RegExp[], text: string): number | undefined {
  for (const form of forms) {
    const found = Number(form.exec(text)?.[1]?.replaceAll(',', ''));
    if (found >= minTokens) return found;
  }
  return undefined;
}
