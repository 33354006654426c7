import * as z from 'zod';
import type { SpansAddress } from '../kit/openTelemetry.ts';
import { secret } from '../kit/secretSetting.ts';

/** The settings of traces, by the names that OpenTelemetry gives them where it has one. */
export const spansSettingsShape = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: secret(
    z
      .string()
      .regex(/^[^=,]+=[^,]*(,[^=,]+=[^,]*)*$/, 'must be name=value, with commas between them')
      .optional(),
  ),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('must be a number from 0 to 1')
    .min(0, 'must be 0 or more')
    .max(1, 'must be 1 or less')
    .default(1),
  TRACEPARENT: z.enum(['own', 'proxy']).default('own'),
};

/** Where spans go; undefined where they are not recorded. */
export function spansAt(read: z.infer<z.ZodObject<typeof spansSettingsShape>>): SpansAddress | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_HEADERS: headers = '' } = read;
  if (url === undefined) return undefined;
  const pairs = headers.split(',').flatMap((pair) => {
    const [name = '', ...value] = pair.split('=');
    return name ? [[name.trim(), decodeURIComponent(value.join('=').trim())]] : [];
  });
  return {
    url: `${url.replace(/\/$/, '')}/v1/traces`,
    headers: Object.fromEntries(pairs),
    ratio: read.OTEL_TRACES_SAMPLER_ARG,
  };
}
