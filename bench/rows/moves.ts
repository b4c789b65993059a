import { openDatabase } from '@foyer/database';
import { makeCodes } from '../load/codes.ts';
import { fillChats } from '../load/fill-chats.ts';
import { signIn } from '../load/people.ts';
import { post } from '../load/post.ts';
import { type Bench, nameOf, onBoth } from '../measure/bench.ts';
import { startFoyer } from '../measure/foyer.ts';
import { interleaveMedians } from '../measure/interleave.ts';
import { ms, rounded } from '../measure/result.ts';
import { timeOf } from '../measure/time-of.ts';

const rounds = 9;
const password = 'quiet-harbour-lantern';

/** Moving a guest's chats into an account costs nothing per message. */
export function moves(bench: Bench) {
  return onBoth(async (kind) => {
    await using place = await bench.place(kind);
    const codes = await makeCodes(place.url, 1);
    await using foyer = await startFoyer(place.url);
    const email = 'member@example.org';
    await post(foyer.origin, '/api/auth/sign-up/email', { email, password });
    const move = async (messages: number) => {
      const cookie = await signIn(foyer.origin, { type: 'enter', codes });
      await fillChats(place.url, messages);
      const logIn = { email, password, guestChats: 'move' };
      const took = await timeOf(() => post(foyer.origin, '/api/auth/sign-in/email', logIn, cookie));
      await forget(place.url);
      return took;
    };
    const { figure, limit } = await interleaveMedians(rounds, {
      figure: () => move(1000),
      limit: () => move(10),
    });
    return {
      work: `a login that moves 1,000 messages of a guest into the account, ${nameOf[kind]}`,
      beside: 'one that moves 10',
      figure: `p50 ${ms(figure)}`,
      limit: `p50 ${ms(limit)}`,
      ratio: rounded(figure / limit),
      goal: '≤ 1.2 × (a hash is in both)',
      met: figure / limit <= 1.2,
    };
  });
}

/** The next move finds an empty account. */
async function forget(url: string): Promise<void> {
  const database = openDatabase(url);
  await database.db.deleteFrom('chat').execute();
  await database.close();
}
