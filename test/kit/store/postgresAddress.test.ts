import assert from 'node:assert/strict';
import { readAddress } from '../../../kit/store/postgresAddress.ts';

describe('an address of PostgreSQL', () => {
  const plain = 'postgres://bank:secret@db.example/bank';

  it('has ten connections and five seconds of patience where it says nothing', () => {
    assert.deepEqual(readAddress(plain), { url: plain, isNaming: true, pool: 10, patience: 5000 });
  });

  it('says what is Thawline’s own, and the rest goes to the driver', () => {
    const said = readAddress(`${plain}?pool=40&sslmode=verify-full&statements=unnamed&patience=20`);
    assert.deepEqual(said, {
      url: `${plain}?sslmode=verify-full`,
      isNaming: false,
      pool: 40,
      patience: 20_000,
    });
  });

  it('is refused where a number is none, without what is secret in it', () => {
    for (const said of ['pool=0', 'pool=501', 'pool=ten', 'patience=61', 'patience=-1', 'patience='])
      assert.throws(
        () => readAddress(`${plain}?${said}`),
        ({ code, message }: { code: string; message: string }) =>
          code === 'settingsInvalid' && /must be a whole number/.test(message) && !message.includes('secret'),
      );
  });
});
