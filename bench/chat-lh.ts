import { openBench } from './bench.ts';
import { startFoyer } from './foyer.ts';
import { lighthouse } from './lighthouse.ts';
import { signIn } from './people.ts';

await using bench = await openBench({ importRows: 0, mostCodes: 0 });
await using place = await bench.place('sqlite');
await using foyer = await startFoyer(place.url);
const cookie = await signIn(foyer.origin, { want: 'register' });
for (let i = 0; i < 3; i++) console.log(await lighthouse(`${foyer.origin}/chat`, cookie));
