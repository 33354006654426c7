import assert from 'node:assert/strict';
import { traced, traceHeader, traceId, traceIn } from '../../kit/trace.ts';

describe('the id of traced work', () => {
  it('is one for all that is done inside, however long it takes, and another for the next', async () => {
    const seen = async () => {
      const before = traceId();
      await new Promise((resolve) => setImmediate(resolve));
      assert.equal(traceId(), before);
      assert.equal(
        traced(() => traceId()),
        before,
        'a part of it is the same work',
      );
      return before;
    };
    const [one, other] = await Promise.all([traced(seen), traced(seen)]);
    assert.match(String(one), /^[\da-f]{32}$/);
    assert.notEqual(one, other);
    assert.deepEqual([traceId(), traceHeader()], [undefined, {}]);
  });

  it('goes on in a header, and is the same there', async () => {
    const header = traced(traceHeader).traceparent;
    const id = traceIn(header);
    assert.match(String(header), new RegExp(`^00-${id}-[\\da-f]{16}-01$`));
    assert.equal(
      traced(() => traceId(), id),
      id,
    );
  });

  it('is none of anything else that may stand there', () => {
    const zero = `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`;
    const long = `00-${'a'.repeat(33)}-${'1'.repeat(16)}-01`;
    for (const header of [undefined, '', '6200000000000011114', zero, long, 'x', ['a', 'b'], `${zero}\n`])
      assert.equal(traceIn(header), undefined, String(header));
  });
});
