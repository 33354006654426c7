import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unbranded } from '../../../brand/brand.ts';
import { holdsAddress } from '../../../kit/holdsAddress.ts';
import { languages } from '../../../kit/language.ts';
import { channels } from '../../../services/contract/channels.ts';
import { profileNames, profiles } from '../../../services/profiles/profiles.ts';
import { catalogue } from '../../../words/conversation.ts';
import { notices } from '../../../words/notices.ts';
import { bank, kinds, namedShort, senders, textOf, textsPage, type Written } from './everyText.ts';

const { TEXTS_DIR } = process.env;
const folder = TEXTS_DIR ?? fileURLToPath(new URL('../../../docs', import.meta.url));
const asksForReply = /\b[Rr]eply\b|\bNOT ME\b|回复|回覆|答复|答覆/;

const every: Written[] = kinds.flatMap((kind) =>
  languages.flatMap((language) =>
    channels.flatMap((channel) =>
      profileNames.flatMap((profile) =>
        (['number', 'name'] as const).map((sender) => ({ kind, language, channel, profile, sender })),
      ),
    ),
  ),
);
/** Every text that goes out, with whether a reply to it can come. */
const texts = [bank, namedShort, unbranded].flatMap((brand) =>
  every.flatMap((written) => {
    const text = textOf(written, brand);
    const reply = profiles[written.profile].reply && senders[written.sender];
    return text === undefined ? [] : [{ ...written, text, reply, brand }];
  }),
);

describe('every text to a registered phone, in every language, from every channel, for every profile', () => {
  it('is there: each kind goes out in each profile, the form by a link or by a code', () => {
    for (const profile of profileNames) {
      const [link, asCode] = (['secureLink', 'secureCode'] as const).map((kind) =>
        texts.some((one) => one.kind === kind && one.profile === profile),
      );
      assert.deepEqual([link, asCode], profiles[profile].address ? [true, false] : [false, true], profile);
    }
    assert.equal(
      texts.length,
      3 * every.length - 3 * languages.length * channels.length * profileNames.length * 2,
    );
  });

  it('holds no address where none may stand, and elsewhere the link’s alone', () => {
    for (const { text, profile, kind } of texts) {
      const mayHold = profiles[profile].address && kind === 'secureLink';
      assert.equal(holdsAddress(text), mayHold, `${profile} ${kind}: ${text}`);
    }
  });

  it('calls for no reply where none can come, and says so', () => {
    for (const { text, reply, language, profile, sender } of texts) {
      const unanswered = notices[language].unanswered.replace('{{text}}', '');
      assert.equal(text.endsWith(unanswered), !reply, `${profile} ${sender}: ${text}`);
      if (!reply)
        assert.doesNotMatch(text.slice(0, -unanswered.length), asksForReply, `${profile} ${sender}`);
    }
  });

  it('leaves a way to say “not me” in each receipt: a reply where it comes, else the code, and the number to call', () => {
    for (const { text, reply, kind } of texts.filter((one) => one.kind === 'unfreezeReceipt')) {
      assert.equal(asksForReply.test(text.replace(/本短信请勿回复|本訊息無法回覆/, '')), reply, text);
      assert.equal(text.includes('1234 5678 90123'), !reply, `${kind} ${text}`);
      assert.ok(text.includes('+86 10 5555 0100'), text);
    }
  });

  it('says whose it is, as the country wants it, and always where it carries a code for the form', () => {
    for (const { text, profile, kind, brand, language } of texts) {
      const { signature } = profiles[profile];
      const name = brand.short?.[language] ?? brand.bank[language];
      if (signature === 'inBrackets') assert.ok(text.startsWith(`【${name}】`), text);
      if (signature !== 'ifGiven' || kind === 'secureCode' || brand.short)
        assert.ok(text.slice(0, name.length + 2).includes(name), text);
    }
  });

  it('has at most 320 characters', () => {
    for (const { text } of texts) assert.ok(text.length <= 320, `${text.length}: ${text}`);
  });

  it('stands in docs/texts.md as it is sent', () => {
    const file = join(folder, 'texts.md');
    if (TEXTS_DIR !== undefined) writeFileSync(file, textsPage());
    assert.equal(readFileSync(file, 'utf8'), textsPage(), 'npm run texts makes it anew');
  });
});

describe('every sentence of the conversation', () => {
  it('holds no address, read or heard: what is said there goes out as messages too', () => {
    for (const [id, said] of Object.entries(catalogue))
      for (const { text, speech = '' } of Object.values(said))
        assert.ok(!holdsAddress(`${text} ${speech}`), id);
  });
});
