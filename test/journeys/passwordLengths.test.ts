import assert from 'node:assert/strict';
import { demoCustomers } from '../../demo/demoBank.ts';
import { languages } from '../../kit/language.ts';
import type { ScenarioChannel } from '../scenarios/channel.ts';
import { inProcess } from '../scenarios/inProcess.ts';
import { overDirectLine } from '../scenarios/overDirectLine.ts';
import { overTwilioMessages } from '../scenarios/overTwilioMessages.ts';
import { overVoice } from '../scenarios/overVoice.ts';
import { ScenarioBank } from '../scenarios/scenarioBank.ts';
import { zhaoLei } from '../services/testBank.ts';

const passwordLengths = { shortest: 4, longest: 8 };
const channels: Record<string, (bank: ScenarioBank) => Promise<ScenarioChannel>> = {
  'in process': async (bank) => inProcess(bank),
  'Direct Line': overDirectLine,
  voice: overVoice,
  SMS: overTwilioMessages,
};
/** What says the usual length, in whatever language. */
const six = /\bsix\b|\b6 digits|六位|6 位/;

for (const transactionPassword of ['4711', '80246135'])
  describe(`a bank whose passwords have four to eight digits, and one of ${transactionPassword.length}`, () => {
    let bank: ScenarioBank;
    before(async () => {
      const customers = demoCustomers().map((one) =>
        one.phone === zhaoLei.phone ? { ...one, reserved: { ...one.reserved, transactionPassword } } : one,
      );
      bank = await ScenarioBank.open({ customers, passwordLengths });
    });
    after(() => bank.close());

    for (const [name, opens] of Object.entries(channels))
      for (const language of languages)
        it(`unfreezes with it, and says how long one is, on ${name} in ${language}`, async () => {
          await bank.reset();
          const channel = await opens(bank);
          try {
            const conversation = await channel.begin(language);
            const heard = [
              ...(await conversation.takes({ does: 'says', text: zhaoLei.number })),
              ...(await conversation.takes({
                does: 'says',
                text: { en: 'yes', 'zh-Hans': '是', 'zh-Hant': '是' }[language],
              })),
            ];
            assert.equal(heard.at(-1)?.messageId, 'transactionPassword.ask');
            const wrong = await conversation.takes({
              does: 'gives',
              item: 'transactionPassword',
              value: '123456789',
            });
            const right = await conversation.takes({
              does: 'gives',
              item: 'transactionPassword',
              value: transactionPassword,
            });
            const said = [...heard, ...wrong];
            for (const { text } of said) assert.doesNotMatch(text, six);
            assert.ok(
              said.some(({ text }) => /4- to 8-digit|4 至 8 位/.test(text)),
              JSON.stringify(said),
            );
            assert.equal(right[0]?.messageId, 'outcome.unfrozen');
          } finally {
            await channel.close();
          }
        });
  });
