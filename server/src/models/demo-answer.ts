export function demoAnswer(question: string): string {
  const parts = [echoOf(question), explanation];
  if (/\bmarkdown\b/i.test(question)) parts.push(sample);
  return parts.join('\n\n');
}

const explanation = [
  'I am only the built-in demo of this chat: I understand nothing, and I say much the same to everybody.',
  'To get real answers, the operator connects a model with the settings `MODEL_URL` and `MODEL_NAME`.',
  'Ask me for *markdown* to see how lists, code and tables look.',
].join(' ');

const sample = `## A list

1. **Bold**, *italic* and \`code\`
2. A [link](https://www.example.org/)

## Some code

\`\`\`ts
function greet(name: string): string {
  return \`Good morning, \${name}\`;
}
\`\`\`

## A table

| day | open |
| --- | --- |
| Monday | 9 to 17 |
| Saturday | closed |`;

function echoOf(question: string): string {
  const words = question.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length === 0) return 'You wrote something without words.';
  const count = words.length === 1 ? 'one word' : `${words.length} words`;
  const beginning = [...words.slice(0, 5).join(' ')].slice(0, 60).join('');
  return `Your message has ${count} and begins with “${beginning}”.`;
}
