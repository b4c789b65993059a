import { useState } from 'react';
import type { Made } from '../api/codes.ts';
import { MadeCodes } from './MadeCodes.tsx';
import { MakeForm } from './MakeForm.tsx';

/** Makes codes, and hands them out. */
export function MakePage() {
  const [made, setMade] = useState<Made | null>(null);
  return made ? <MadeCodes made={made} onAgain={() => setMade(null)} /> : <MakeForm onMade={setMade} />;
}
