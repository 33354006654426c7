import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnfreezeError } from '../../kit/errors.ts';
import { openTelemetry } from '../../kit/openTelemetry.ts';
import {
  placeIn,
  recordSpans,
  type SpanRecorder,
  spanned,
  traced,
  traceHeader,
  traceId,
} from '../../kit/trace.ts';
import { Collector } from '../journeys/collector.ts';

const root = join(import.meta.dirname, '../..');

describe('spans', () => {
  const begun: { name: string; trace: string; span: string | undefined; ended: unknown }[] = [];
  const recorder: SpanRecorder = {
    begins(name, { trace, span }) {
      const one = { name, trace, span, ended: 'not yet' as unknown };
      const own = String(begun.push(one)).padStart(16, '0');
      return {
        place: { trace, span: own },
        ends: ({ error }) => {
          one.ended = error;
        },
      };
    },
  };
  beforeEach(() => {
    begun.length = 0;
    recordSpans(recorder);
  });
  afterEach(() => recordSpans(undefined));

  it('are parts of one another, and end with their work', async () => {
    const failure = new Error('no');
    await traced(
      async () => {
        assert.equal(
          spanned('sync', () => 7),
          7,
        );
        await assert.rejects(
          spanned('async', async () => Promise.reject(failure)),
          failure,
        );
        assert.throws(
          () =>
            spanned('throws', () => {
              throw failure;
            }),
          failure,
        );
      },
      placeIn(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`),
      { name: 'whole' },
    );
    await Promise.resolve();
    const trace = 'a'.repeat(32);
    assert.deepEqual(begun, [
      { name: 'whole', trace, span: 'b'.repeat(16), ended: undefined },
      { name: 'sync', trace, span: '0000000000000001', ended: undefined },
      { name: 'async', trace, span: '0000000000000001', ended: failure },
      { name: 'throws', trace, span: '0000000000000001', ended: failure },
    ]);
  });

  it('send themselves on as the parent, and are none outside of a trace', () => {
    spanned('alone', () => assert.equal(traceId(), undefined));
    assert.deepEqual(begun, []);
    const header = traced(() => spanned('inside', traceHeader)).traceparent ?? '';
    assert.equal(placeIn(header)?.span, '0000000000000002');
  });

  it('are passed on as not recorded where the proxy does not record them', () => {
    recordSpans(undefined);
    const place = placeIn(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-00`);
    assert.equal(place?.isUnsampled, true);
    assert.match(traced(traceHeader, place).traceparent ?? '', /-00$/);
  });

  it('name an error by its code, and never by what it says', async () => {
    const collector = await Collector.open();
    try {
      const end = await openTelemetry({ url: `${collector.url}/v1/traces`, headers: {}, ratio: 1 }, 'a test');
      const fails = () => {
        throw new UnfreezeError('internal', 'hunter2');
      };
      assert.throws(() => traced(() => spanned('part', fails)), { code: 'internal' });
      await end();
      assert.deepEqual(collector.spans.map(({ name }) => name).sort(), ['part', 'work']);
      assert.match(collector.received, /"error.type"[^}]*"internal"/);
      assert.doesNotMatch(collector.received, /hunter2/);
    } finally {
      await collector.close();
    }
  });

  it('are none, and trouble nobody, where the collector is away or none of them is wanted', async () => {
    const collector = await Collector.open();
    const url = `${collector.url}/v1/traces`;
    const none = await openTelemetry({ url, headers: {}, ratio: 0 }, 'a test');
    assert.match(traced(traceHeader).traceparent ?? '', /-00$/);
    await none();
    assert.deepEqual(collector.spans, []);
    await collector.close();
    const away = await openTelemetry({ url, headers: {}, ratio: 1 }, 'a test', 50);
    assert.equal(
      traced(() => 7),
      7,
    );
    await away();
  });

  it('are loaded where they are recorded alone: no file imports what makes them at its start', () => {
    const files = globSync('{kit,words,services,dialogs,bot,cli,demo}/**/*.ts', { cwd: root });
    const importing = files.filter((file) =>
      /from '@opentelemetry/.test(readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(importing, []);
  });
});
