type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

/** A rehype plugin: names each box of a task list by the text beside it. */
export function taskListItems() {
  return (tree: Node) => visit(tree);
}

function visit(node: Node) {
  if (node.tagName === 'li') {
    const box = boxIn(node);
    if (box) box.properties = { ...box.properties, ariaLabel: textOf(node).trim() };
  }
  for (const child of node.children ?? []) visit(child);
}

/** The box stands first in the item, or first in its first paragraph. */
function boxIn(item: Node): Node | undefined {
  const first = item.children?.find(({ type }) => type === 'element');
  const place = first?.tagName === 'p' ? first.children?.[0] : first;
  return place?.tagName === 'input' ? place : undefined;
}

function textOf({ value = '', children = [], tagName }: Node): string {
  return tagName === 'ul' || tagName === 'ol' ? '' : value + children.map(textOf).join('');
}
