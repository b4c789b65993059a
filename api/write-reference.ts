import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reference } from './src/document/reference.ts';

writeFileSync(join(import.meta.dirname, '../docs/api.md'), reference());
