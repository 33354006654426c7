import assert from 'node:assert/strict';
import { longestBreath } from '../../../../../bot/channels/twilio/voice/breath.ts';
import { defaultVoices, type Tongue, tongues } from '../../../../../bot/channels/twilio/voice/voices.ts';
import { demoCustomers } from '../../../../../demo/demoBank.ts';
import type { PhoneCall } from '../../../../../demo/phoneCall.ts';
import { ordinarySentences } from '../../../../../dialogs/messages/wording.ts';
import type { Language } from '../../../../../kit/language.ts';
import { regionOf } from '../../../../../kit/wordingRegion.ts';
import { CardLookup } from '../../../../../services/cardSystem/cardLookup.ts';
import { attentive } from '../../../../demo/attentive.ts';
import { tooLong } from '../../../../demo/breaths.ts';
import { CallService } from '../../../../demo/callService.ts';

/** The cards that a caller can unfreeze, by their last four digits. */
const unfreezes = ['1114', '2228', '3332', '4446', '9994'];

const languageOf: Record<Tongue, Language> = {
  putonghua: 'zh-Hans',
  guoyu: 'zh-Hant',
  english: 'en',
  cantonese: 'zh-Hant',
};

/** What was said since the last look. */
function listener(call: PhoneCall) {
  let from = 0;
  return () => {
    const said = call.heard.slice(from).map((heard) => (heard.what === 'say' ? heard.words : heard.what));
    from = call.heard.length;
    return said;
  };
}

for (const tongue of tongues)
  describe(`each customer of the demo bank, by telephone in ${tongue}`, () => {
    let service: CallService;
    before(async () => {
      service = await CallService.open();
    });
    after(() => service.close());

    for (const { latinName, phone, reserved, cards } of demoCustomers())
      for (const { number } of cards) {
        const lastFour = number.slice(-4);
        const isUnfrozen = unfreezes.includes(lastFour);
        it(`${latinName} ${isUnfrozen ? 'unfreezes' : 'is rightly refused'} the card ending ${lastFour}`, async () => {
          const call = attentive(await service.carrier.call(phone));
          const heard = listener(call);
          await call.press(String(tongues.indexOf(tongue) + 1));
          await call.press('2');
          await call.press(`${number}#`);
          if (isUnfrozen) {
            await call.press('1');
            const document = reserved.identityDocument?.number;
            if (document) await call.press(`${document.replace('X', '*')}#`);
            if (reserved.transactionPassword) await call.press(`${reserved.transactionPassword}#`);
          }
          const said = heard().join(' ');
          // Digits that stand apart for a voice are one number in the document.
          const outcome = ordinarySentences
            .speech(
              languageOf[tongue],
              'outcome.unfrozen',
              { lastFour },
              regionOf(defaultVoices[tongue].locale),
            )
            .replace(/(?<=\d) (?=\d)/g, '');
          assert.equal(said.includes(outcome), isUnfrozen, said);
          assert.ok(said.includes(lastFour), said);
          const [card] = await new CardLookup(service.bank).find({ lastFour });
          assert.equal(card?.status === 'frozen', !isUnfrozen && ['2226', '5558', '6662'].includes(lastFour));
          assert.equal(call.state, 'gathering');
          await call.hangUp();
          assert.deepEqual(call.problems, []);
          assert.deepEqual(tooLong(call.documents, longestBreath), []);
        });
      }
  });
