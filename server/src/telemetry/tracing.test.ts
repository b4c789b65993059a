import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { freePort, onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp } from '../../../testing/server/app.ts';
import { type CollectedSpan, startCollector } from '../../../testing/server/collector.ts';

const marker = 'heron';

onEveryDatabase(({ place, kind }) => {
  test('requests are traced with their routes, transactions and model, in the trace of the proxy, and without any text', async () => {
    const collector = await startCollector();
    after(collector.close);
    const app = await startApp((await place()).url, {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20collector',
      OTEL_SERVICE_NAME: `foyer on ${kind}`,
    });
    const guest = app.visitor();
    const traceId = 'ab'.repeat(16);
    const traced = { traceparent: `00-${traceId}-${'cd'.repeat(8)}-01`, tracestate: `${marker}=${marker}` };
    const entry = { code: await app.makeCode({ code: `${marker}-1` }) };
    await guest.send('POST', '/api/auth/sign-in/invitation-code', entry, traced);
    const id = crypto.randomUUID();
    await guest.post(`/api/chats/${id}/messages`, { id: crypto.randomUUID(), text: marker });
    await guest.send('GET', `/api/chats/${id}?${marker}`, undefined, { traceparent: `00-${marker}` });
    await guest.get(`/${marker}`);
    await app.visitor().register(`${marker}.${newEmail()}`);
    await app.stop();

    const { spans } = collector;
    const found = (name: string) => {
      const span = spans.find((each) => each.name === name);
      assert.ok(span, `${name} in ${spans.map((each) => each.name).join(', ')}`);
      return span;
    };
    const entered = found('POST /api/auth/sign-in/invitation-code');
    assert.deepEqual([entered.traceId, entered.parentSpanId], [traceId, 'cd'.repeat(8)]);
    assert.deepEqual(attributesOf(entered), {
      'http.request.method': 'POST',
      'http.route': '/api/auth/sign-in/invitation-code',
      'http.response.status_code': 200,
    });
    assert.ok(
      spans.some(({ name, parentSpanId }) => name === 'transaction' && parentSpanId === entered.spanId),
    );
    assert.equal(found('model').parentSpanId, found('POST /api/chats/:id/messages').spanId);
    assert.equal(found('GET /api/chats/:id').parentSpanId ?? '', '');
    assert.equal(attributesOf(found('POST /api/auth/sign-up/email'))['http.response.status_code'], 400);

    for (const body of collector.bodies) {
      assert.match(body, /^\/v1\/traces /);
      assert.ok(body.includes(`"foyer on ${kind}"`));
      assert.ok(!body.includes(marker) && !body.includes(id), body);
    }
    assert.equal(collector.headers[0]?.authorization, 'Bearer collector');
  });

  if (kind === 'postgres') return;

  test('an absent collector delays nobody, and the server stops', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}/v1/traces`;
    const app = await startApp((await place()).url, { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: nowhere });
    assert.equal((await app.visitor().enter(await app.makeCode())).status, 200);
    await app.close();
    assert.deepEqual(app.logged, []);
  });
});

function attributesOf({ attributes }: CollectedSpan) {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
  );
}
