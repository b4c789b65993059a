import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePort, onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp } from '../../../testing/server/app.ts';
import { InstallationError } from '../installation/installation.ts';

onEveryDatabase(({ place, kind }) => {
  test('metrics are on a port of their own, without any id or text', async () => {
    const port = await freePort();
    const { url } = await place();
    const byDefault = await (await startApp(url)).makeCode({ allowed: 4 });
    const app = await startApp(url, { METRICS_PORT: String(port), DEFAULT_LOGIN_CODE: byDefault });
    await app.visitor().enterByDefault();
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    await app.visitor().enter('heron');
    await guest.convert(newEmail());
    await app.visitor().register(newEmail(), await app.makeCode({ kind: 'registration' }));
    const id = crypto.randomUUID();
    await guest.get(`/api/chats/${id}?heron`);

    const report = await fetch(`http://127.0.0.1:${port}/metrics`);
    assert.match(report.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    const figures = await report.text();
    for (const line of [
      'foyer_arrivals_total{kind="entry",outcome="admitted"} 2',
      'foyer_arrivals_total{kind="entry",outcome="refused"} 1',
      'foyer_default_code_uses_left_ratio{kind="login"} 0.75',
      'foyer_arrivals_total{kind="conversion",outcome="admitted"} 1',
      'foyer_arrivals_total{kind="registration",outcome="admitted"} 1',
      'foyer_request_duration_seconds_count{method="GET",route="/api/chats/:id",status="4xx"} 1',
      'foyer_running_replies 0',
      'foyer_warnings{kind="code-low"} 0',
    ]) {
      assert.ok(figures.includes(`\n${line}\n`), `${line} in ${figures}`);
    }
    assert.match(figures, /\nnodejs_eventloop_lag_p99_seconds [\d.e-]+\n/);
    assert.match(figures, /\nprocess_resident_memory_bytes \d+\n/);
    assert.equal(/\nfoyer_pool_wait_seconds_count [1-9]\d*\n/.test(figures), kind === 'postgres');
    assert.equal(/\nfoyer_pool\{state="waiting"\} 0\n/.test(figures), kind === 'postgres');
    assert.ok(!figures.includes('heron') && !figures.includes(id));

    assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 404);
    assert.equal((await app.visitor().get('/metrics')).status, 404);
    await assert.rejects(
      startApp((await place()).url, { METRICS_PORT: String(port) }),
      (error) => error instanceof InstallationError && /cannot report its metrics/.test(error.message),
    );
    await app.close();
    await assert.rejects(fetch(`http://127.0.0.1:${port}/metrics`));
  });
});
