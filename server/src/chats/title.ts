const longestTitle = 60;

export function titleOf(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= longestTitle) return line || '…';
  const beginning = characters.slice(0, longestTitle).join('');
  const endsWithWord = characters[longestTitle] === ' ';
  const lastSpace = beginning.lastIndexOf(' ');
  const cut = endsWithWord || lastSpace < longestTitle / 3 ? beginning : beginning.slice(0, lastSpace);
  return `${cut.trimEnd()}…`;
}
