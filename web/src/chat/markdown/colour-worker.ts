import { common, createLowlight } from 'lowlight';
import type { Run, Wanted } from './colours.ts';

/** Each run is an element: longer code stays plain. */
const maxRuns = 5000;

const lowlight = createLowlight(common);
type Node = ReturnType<typeof lowlight.highlight>['children'][number];

self.onmessage = ({ data }: MessageEvent<Wanted>) => self.postMessage(runsOf(data));

function runsOf({ language, code }: Wanted): Run[] | null {
  if (!lowlight.registered(language)) return null;
  const runs: Run[] = [];
  collect(lowlight.highlight(language, code).children, '', runs);
  return runs.length > maxRuns ? null : runs;
}

/** A nested run has the classes of both. */
function collect(nodes: Node[], outer: string, runs: Run[]) {
  for (const node of nodes) {
    if (node.type === 'text') runs.push({ at: endOf(runs.at(-1)), text: node.value, className: outer });
    if (node.type !== 'element') continue;
    collect(node.children, `${outer} ${[node.properties.className].flat().join(' ')}`.trim(), runs);
  }
}

const endOf = (run: Run | undefined): number => (run ? run.at + run.text.length : 0);
