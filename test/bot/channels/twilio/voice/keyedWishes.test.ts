import assert from 'node:assert/strict';
import { CallService } from '../../../../demo/callService.ts';
import { liNa } from '../../../../services/testBank.ts';

describe('a wish that is keyed', () => {
  let service: CallService;
  beforeEach(async () => {
    service = await CallService.open();
  });
  afterEach(() => service.close());

  it('is answered in the language of the call: no English words are understood for it', async () => {
    const call = await service.carrier.call(liNa.phone);
    await call.press('12');
    await call.press(`${liNa.number}#`);
    await call.press('1');
    const before = call.heard.length;
    await call.press('9#');
    await call.press('*');
    const said = call.heard.slice(before).flatMap((heard) => (heard.what === 'say' ? [heard.words] : []));
    assert.match(said.join(' '), /链接/);
    assert.doesNotMatch(said.join(' '), /[a-z]{2}/i);
    assert.deepEqual(call.problems, []);
  });
});
