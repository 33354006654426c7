import { randomBytes } from 'node:crypto';
import { UnfreezeError } from './errors.ts';
import { seconds } from './time.ts';
import { recordSpans, type SpanRecorder } from './trace.ts';

/** The address that spans are sent to: OTLP over HTTP, as JSON. */
export type SpansAddress = {
  url: string;
  headers: Record<string, string>;
  /** The share of the traces begun here that is recorded; 1 means all of them. */
  ratio: number;
};

/** The longest wait for the collector when a process ends. */
const usualPatience = 3 * seconds;

/**
 * Records the spans of this process and sends them to a collector. The packages are loaded here alone, so that a process
 * without spans pays nothing for them. A collector that is away costs spans, and nothing else.
 * @param service the name of this process among those of a trace
 * @returns what sends the last ones and ends it
 */
export async function openTelemetry(
  { url, headers, ratio }: SpansAddress,
  service: string,
  patience = usualPatience,
): Promise<() => Promise<void>> {
  const [{ ROOT_CONTEXT, SpanStatusCode, trace }, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  let ofTrace = '';
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    // The id in the log is the id of the trace.
    idGenerator: { generateTraceId: () => ofTrace, generateSpanId: () => randomBytes(8).toString('hex') },
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, headers }) })],
  });
  const tracer = provider.getTracer('thawline');
  const recorder: SpanRecorder = {
    begins(name, { trace: traceId, span: spanId, isUnsampled = false }, attributes) {
      ofTrace = traceId;
      const parent = spanId && { traceId, spanId, traceFlags: isUnsampled ? 0 : 1, isRemote: true };
      const context = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
      const span = tracer.startSpan(name, { attributes: { ...attributes } }, context);
      const own = span.spanContext();
      return {
        place: { trace: traceId, span: own.spanId, isUnsampled: (own.traceFlags & 1) === 0 },
        ends({ error, name: newName }) {
          if (newName !== undefined) span.updateName(newName);
          if (error !== undefined) {
            // What an error says may hold what was given to it.
            span.setAttribute('error.type', error instanceof UnfreezeError ? error.code : 'error');
            span.setStatus({ code: SpanStatusCode.ERROR });
          }
          span.end();
        },
      };
    },
  };
  recordSpans(recorder);
  return async () => {
    recordSpans(undefined);
    const late = AbortSignal.timeout(patience);
    const ended = provider.shutdown().catch(() => {});
    await Promise.race([ended, new Promise((resolve) => late.addEventListener('abort', resolve))]);
  };
}
