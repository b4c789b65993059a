import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { TracingConfig } from '../config/tracing-config.ts';
import type { Tracing } from './measured.ts';

/** How long a server that ends waits for its last spans to be taken, in milliseconds. */
const timeoutMs = 3000;

/**
 * Sends a span of each request, and of what is done for it, to a collector. Never an address, a query or a text: only
 * what the log has, too. The provider is ours alone: libraries that know OpenTelemetry would add spans of their own,
 * with whatever they have at hand.
 */
export function openTracing({ url, headers, serviceName, sampler, ratio }: TracingConfig): Tracing {
  const exporter = new OTLPTraceExporter({ url, headers });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: samplerOf(sampler, ratio),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('foyer');
  const current = new AsyncLocalStorage<Span>();
  const here = (): Context => {
    const span = current.getStore();
    return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  };

  return {
    request: async (traceparent, answer) => {
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, contextOf(traceparent));
      const { method, route, status } = await current.run(span, answer);
      span.updateName(`${method} ${route}`);
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
      });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    note: (name, durationMs) => {
      if (!current.getStore()) return;
      const endTime = Date.now();
      tracer.startSpan(name, { startTime: endTime - durationMs }, here()).end(endTime);
    },
    close: async () => {
      const isTaken = provider.shutdown().catch(() => {});
      await Promise.race([isTaken, new Promise((resolve) => setTimeout(resolve, timeoutMs).unref())]);
    },
  };
}

/** The trace of whoever sent the request: of its W3C header only what has one form, and no text can hide in. */
function contextOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags, 16) & 1;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function samplerOf(name: TracingConfig['sampler'], ratio: number) {
  if (name.endsWith('always_off')) return of(new AlwaysOffSampler());
  if (name.endsWith('traceidratio')) return of(new TraceIdRatioBasedSampler(ratio));
  return of(new AlwaysOnSampler());

  function of(root: AlwaysOffSampler | TraceIdRatioBasedSampler | AlwaysOnSampler) {
    return name.startsWith('parentbased') ? new ParentBasedSampler({ root }) : root;
  }
}
