import assert from 'node:assert/strict';
import { senderOf } from '../../../../../bot/channels/twilio/messages/sender.ts';
import { MessageService } from '../../../../demo/messageService.ts';
import { liNa } from '../../../../services/testBank.ts';

/** Senders that are no telephone numbers for the carrier: user ids, short codes, names. */
const nobodysNumber = [
  'whatsapp:US.13491208655302741918',
  'whatsapp:liNa',
  '12345',
  'NOTICE',
  'Bank of East',
  'messenger:4827364829',
  'rcs:+12025550101',
  'whatsapp:12025550101',
  '0012025550101',
  '李娜',
];

describe('the sender of a message', () => {
  it('is a telephone only where it is a number in E.164 form', () => {
    assert.deepEqual(senderOf('whatsapp:+85291234567'), {
      channelId: 'thawline-whatsapp',
      address: '+85291234567',
      phone: '+85291234567',
      locale: 'zh-Hant-HK',
    });
    for (const from of nobodysNumber) {
      const { phone, locale, address } = senderOf(from);
      assert.deepEqual([phone, locale], [undefined, undefined], from);
      assert.ok(from.endsWith(address) && address !== '');
    }
  });

  describe('that has no telephone number', () => {
    let service: MessageService;
    before(async () => {
      service = await MessageService.open();
    });
    after(() => service.close());

    for (const from of nobodysNumber)
      it(`is answered, keeps one conversation and matches no registered phone: ${from}`, async () => {
        const thread = service.thread(from);
        const last4 = await thread.send('unfreeze my card ending 1114');
        assert.match(last4.join('\n'), /full (card )?number|card number/i);
        assert.doesNotMatch(last4.join('\n'), /ending 1114 is frozen/);
        const [status] = await thread.send(liNa.number);
        assert.match(status ?? '', /ending 1114/);
        const again = service.thread(from);
        const [asked] = await again.send('1');
        assert.match(asked ?? '', /identity document/, 'the same conversation goes on');
        await again.send('cancel');
        assert.deepEqual([...thread.problems, ...again.problems], []);
      });

    it('is one of its own, even where it differs in letters alone', async () => {
      const one = service.thread('whatsapp:abc');
      await one.send(`unfreeze ${liNa.number}`);
      const [answer] = await service.thread('whatsapp:ABC').send('1');
      assert.doesNotMatch(answer ?? '', /identity document/);
    });
  });
});
