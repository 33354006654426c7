import assert from 'node:assert/strict';
import { compactDecrypt } from 'jose';
import { Sealing } from '../../../bot/terminal/sealing.ts';
import type { Sealed } from '../../../bot/turn/delivery.ts';
import type { Awaited } from '../../../dialogs/prompts/awaited.ts';
import type { Heard } from '../../../dialogs/understanding/heard.ts';
import { unpad } from '../../../services/contract/sealedEnvelope.ts';
import { numbersIn } from '../../../words/numbers/numbersIn.ts';
import { asked, delivery, privateKey } from './awaitedItems.ts';
import { cardForms, documentForms, type NumberForm, passwordForms } from './numberForms.ts';

const named: string[] = [];
const sealing = new Sealing({
  customerService: {
    nameCard: async (number) => {
      named.push(number);
      return { card: `card_${'A'.repeat(22)}`, lastFour: number.slice(-4) };
    },
  },
  nameCode: () => 'none of them',
});
const seals = (awaited: Awaited, text: string) => sealing.seal(delivery(), { what: 'words', text }, awaited);

/** Whether what is shown, heard or kept of a message still has the number, in any form. */
function keeps({ shown, heard, kept }: Sealed<Heard>, value: string): boolean {
  const digits = value.replace(/\D/g, '');
  return [shown, heard.content, kept.content].some(
    (content) =>
      content.what === 'words' &&
      numbersIn(content.text).some((found) => found.digits.includes(digits.slice(0, 6))),
  );
}

async function refused(forms: readonly NumberForm[], isTaken: (form: NumberForm) => Promise<boolean>) {
  const results = await Promise.all(forms.map(async (form) => ((await isTaken(form)) ? [] : [form.text])));
  return results.flat();
}

describe('a number, in whatever form it is written or said', () => {
  it('has some three hundred forms here', () => {
    assert.ok(cardForms.length + documentForms.length + passwordForms.length >= 300);
  });

  for (const awaited of [{ what: 'words' }, { what: 'cardNumber' }] as const) {
    it(`is taken as the card where ${awaited.what === 'words' ? 'nothing' : 'its number'} was asked for`, async () => {
      const wrong: string[] = [];
      for (const { text, value } of cardForms) {
        named.length = 0;
        const sealed = await seals(awaited, text);
        const isRight =
          named.join() === value && sealed.heard.found?.what === 'card' && sealed.held === 'cardNumber';
        if (!isRight || keeps(sealed, value)) wrong.push(text);
      }
      assert.deepEqual(wrong, []);
    });
  }

  for (const [item, forms] of [
    ['identityDocument', documentForms],
    ['transactionPassword', passwordForms],
  ] as const) {
    it(`is sealed where the ${item} was asked for, without the words around it`, async () => {
      const wrong = await refused(forms, async ({ text, value }) => {
        const sealed = await seals(asked(item), text);
        const { found } = sealed.heard;
        if (found?.what !== 'sealedItem' || sealed.held !== 'secret' || keeps(sealed, value)) return false;
        return unpad((await compactDecrypt(found.sealed.envelope, privateKey)).plaintext) === value;
      });
      assert.deepEqual(wrong, []);
    });

    it(`is masked, and the customer told so, where a ${item} was not asked for`, async () => {
      const wrong = await refused(forms, async ({ text, value }) => {
        const sealed = await seals({ what: 'words' }, text);
        return (
          sealed.heard.found?.what === 'strayedSecret' && sealed.held === 'secret' && !keeps(sealed, value)
        );
      });
      assert.deepEqual(wrong, []);
    });
  }
});
