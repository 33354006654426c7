import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';

const Value = z.object({
  stringValue: z.string().optional(),
  intValue: z.union([z.string(), z.number()]).optional(),
});
const Attributes = z.array(z.object({ key: z.string(), value: Value })).default([]);
const Sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: Attributes }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().default(''),
              name: z.string(),
              startTimeUnixNano: z.string(),
              endTimeUnixNano: z.string(),
              attributes: Attributes,
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A span as it was sent; times in milliseconds. */
export type SentSpan = {
  service: string;
  trace: string;
  id: string;
  parent: string;
  name: string;
  from: number;
  to: number;
};

/** What takes spans, as a bank's collector does: OTLP over HTTP, as JSON. */
export class Collector {
  readonly spans: SentSpan[] = [];
  /** All that came, as it came: headers too. */
  received = '';
  readonly #server = createServer((incoming, outgoing) => void this.#takes(incoming, outgoing));

  static async open(): Promise<Collector> {
    const collector = new Collector();
    await new Promise<void>((resolve) => collector.#server.listen(0, '127.0.0.1', resolve));
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #takes(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync(incoming)).toString();
    this.received += `${incoming.url} ${JSON.stringify(incoming.headers)}\n${body}\n`;
    for (const { resource, scopeSpans } of Sent.parse(JSON.parse(body)).resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const span of scopeSpans.flatMap(({ spans }) => spans))
        this.spans.push({
          ...{ service, trace: span.traceId, id: span.spanId, parent: span.parentSpanId, name: span.name },
          from: Number(BigInt(span.startTimeUnixNano) / 1000n) / 1000,
          to: Number(BigInt(span.endTimeUnixNano) / 1000n) / 1000,
        });
    }
    outgoing.statusCode = 200;
    outgoing.setHeader('Content-Type', 'application/json');
    outgoing.end('{}');
  }
}
