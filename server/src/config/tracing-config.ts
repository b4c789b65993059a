import * as z from 'zod';

export type TracingConfig = {
  url: string;
  headers: Record<string, string>;
  serviceName: string;
  sampler: (typeof samplers)[number];
  /** Share of traces that a ratio sampler keeps, 0 to 1. */
  ratio: number;
};

const samplers = [
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
  'always_on',
  'always_off',
  'traceidratio',
] as const;

const address = z.url({
  protocol: /^https?$/,
  error: 'an address like http://127.0.0.1:4318 is expected',
});
const ratio = 'a number from 0 to 1 is expected';

const schema = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().max(10_000).default(''),
  OTEL_SERVICE_NAME: z.string().max(255).default('foyer'),
  OTEL_TRACES_SAMPLER: z
    .enum(samplers, { error: `one of ${samplers.join(', ')} is expected` })
    .default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number({ error: ratio }).min(0, ratio).max(1, ratio).default(1),
});

/** Null when there is no collector. Adds wrong settings to `problems`. */
export function readTracing(values: Record<string, string>, problems: string[]): TracingConfig | null {
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
    return null;
  }
  const { data } = parsed;
  const base = data.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, '');
  const url = data.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base}/v1/traces`);
  if (!url || values.OTEL_SDK_DISABLED === 'true' || values.OTEL_TRACES_EXPORTER === 'none') return null;
  return {
    url,
    headers: headersIn(data.OTEL_EXPORTER_OTLP_HEADERS),
    serviceName: data.OTEL_SERVICE_NAME,
    sampler: data.OTEL_TRACES_SAMPLER,
    ratio: data.OTEL_TRACES_SAMPLER_ARG,
  };
}

/** `name=value,name=value`, percent-encoded. */
function headersIn(list: string): Record<string, string> {
  const pairs = list.split(',').filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s).map((part) => part.trim());
      return [name, decoded(value)];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
