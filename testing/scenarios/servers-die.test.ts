import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type NewCode, revokeCode, selectCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { chancesOf, onEveryDatabase } from '../database/database.ts';
import { type Answer, keepChat, newEmail, type Visitor } from '../server/app.ts';
import { runCommand } from '../server/process.ts';
import { secret, startThree } from '../server/servers.ts';

/** How many register; twice as many enter, log out, and become members. */
const each = process.env.LONG_TESTS ? 150 : 6;
const deaths = process.env.LONG_TESTS ? 24 : 3;

onEveryDatabase(({ place, kind }) => {
  if (kind === 'sqlite') return;
  const chance = chancesOf('servers-die');

  test('people enter, leave, register and convert while servers die and codes change: everybody is counted once', async () => {
    const { url, db, someone, by, restart, makeCode } = await startThree((await place()).url);
    const [door, open, seats] = [
      await makeCode(each),
      await makeCode(1000 * each),
      await makeCode(each, 'registration'),
    ];
    /** One less than the number of people who enter. */
    const doorInTheEnd = 4 * each - 1;
    let over = 0;
    const count = { open: 0, door: 0, left: 0, converted: 0, registered: 0, without: 0 };

    /** Repeats an act until there is an answer. */
    async function atLast(act: () => Promise<Answer>): Promise<Answer> {
      for (let tries = 0; tries < 200; tries++) {
        const answer = await act().catch(() => null);
        if (answer) {
          assert.ok(answer.status < 500, JSON.stringify(answer.body));
          return answer;
        }
        await wait(50);
      }
      throw new Error('no server answers any more');
    }

    async function enter(code: NewCode, guest = someone()): Promise<{ guest: Visitor; id: string } | null> {
      const attemptId = crypto.randomUUID().replaceAll('-', '');
      const { status, body, code: no } = await atLast(() => guest.enter(code.code, attemptId));
      if (status === 200) return { guest, id: (body as { user: { id: string } }).user.id };
      assert.equal(no, 'INVITATION_CODE_INVALID');
      return null;
    }

    /**
     * Enters; the first person who finds the code used up gets more uses for everybody, and the others wait for that.
     */
    let lettingIn: Promise<void> | null = null;
    let isLetIn = false;
    async function enterByDoor() {
      const isLast = isLetIn;
      const entered = await enter(door);
      if (entered) count.door++;
      if (entered || isLast) return entered;
      lettingIn ??= letMoreIn();
      await lettingIn;
      return enterByDoor();
    }

    async function letMoreIn() {
      const folder = await mkdtemp(join(tmpdir(), 'foyer-servers-'));
      after(() => rm(folder, { recursive: true }));
      const file = join(folder, 'codes.json');
      const row = {
        invitation_code: door.code,
        invitation_type: 'LOGIN',
        label: door.label,
        allowed_usage: doorInTheEnd,
        valid_from: new Date(door.validFrom).toISOString(),
        valid_until: new Date(door.validUntil).toISOString(),
      };
      await writeFile(file, JSON.stringify([row]));
      const env = { DATABASE_URL: url, SECRET: secret };
      const done = await runCommand(env, 'codes', 'import', '--input-file', file, '--hot-run');
      assert.equal(done.exitCode, 0, done.stderr);
      isLetIn = true;
    }

    const journeys = [
      async function leave() {
        const entered = await enterByDoor();
        if (!entered) return count.without++;
        await keepChat(db, entered.id, 'What do herons eat?', entered.guest);
        await atLast(() => entered.guest.logOut());
        assert.equal((await atLast(() => entered.guest.chats())).status, 401);
        return count.left++;
      },
      async function convert() {
        const entered = await enterByDoor();
        if (!entered) return count.without++;
        await keepChat(db, entered.id, 'What do herons eat?', entered.guest);
        const email = newEmail();
        const { status } = await atLast(() => entered.guest.convert(email));
        // It was done and its response lost: the next login finds the member.
        if (status !== 200) assert.equal((await atLast(() => someone().login(email))).status, 200);
        return count.converted++;
      },
      async function register() {
        const email = newEmail();
        const { status, code } = await atLast(() => someone().register(email, seats.code));
        const isIn = status === 200 || (await atLast(() => someone().login(email))).status === 200;
        if (!isIn) assert.equal(code, 'INVITATION_CODE_INVALID');
        return isIn ? count.registered++ : count.without++;
      },
    ];

    const line = Array.from({ length: 2 * each }, () => journeys).flat();
    const all = line.length;
    const walking = Array.from({ length: 8 }, async () => {
      for (let journey = line.shift(); journey; journey = line.shift()) {
        if (await enter(open)) count.open++;
        await journey();
        over++;
      }
    });
    const dying = (async () => {
      for (let death = 1; death <= deaths; death++) {
        while (over < (death * all) / (deaths + 1)) await wait(1);
        await wait(chance() * 20);
        await restart(death % 3, death % 3 ? 'kill' : 'stop');
        if (death !== Math.ceil(deaths / 2)) continue;
        await revokeCode(db, deriveKeys(secret), open.code, Date.now());
        for (const server of [0, 1, 2]) assert.equal(await enter(open, by(someone(), server)), null);
      }
    })();
    await Promise.all([...walking, dying]);

    assert.equal(count.door, doorInTheEnd);
    assert.equal(count.registered, each);
    assert.equal(count.without, 1 + each);
    const codes = new Map((await selectCodes(db).execute()).map((code) => [code.label, code]));
    const spent = ({ label }: NewCode) =>
      (codes.get(label)?.allowed ?? 0) - (codes.get(label)?.remaining ?? 0);
    assert.deepEqual([spent(door), spent(open), spent(seats)], [count.door, count.open, count.registered]);

    const redemptions = await db.selectFrom('redemption').select(['id', 'convertedAt']).execute();
    const users = await db.selectFrom('user').select(['id', 'isGuest', 'redemptionId']).execute();
    const accounts = await db.selectFrom('account').select('userId').execute();
    const chats = await db.selectFrom('chat').select('userId').execute();
    const members = users.filter(({ isGuest }) => !isGuest);
    assert.equal(redemptions.length, count.door + count.open + count.registered);
    assert.equal(redemptions.filter(({ convertedAt }) => convertedAt !== null).length, count.converted);
    assert.equal(members.length, count.converted + count.registered);
    assert.equal(users.length - members.length, count.open);
    assert.equal(new Set(users.map(({ redemptionId }) => redemptionId)).size, users.length);
    assert.deepEqual(accounts.map(({ userId }) => userId).sort(), members.map(({ id }) => id).sort());
    // Guests who logged out took their chats with them.
    assert.equal(chats.length, count.converted);
  });
});
