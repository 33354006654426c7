import { unbranded } from '../../../brand/brand.ts';
import type { Language } from '../../../kit/language.ts';
import type { Channel } from '../../../services/contract/channels.ts';
import { messageText, type OutboxText } from '../../../services/notifications/messageText.ts';
import { usualProfiles } from '../../../services/profiles/profileSettings.ts';
import { type ProfileName, profileNames } from '../../../services/profiles/profiles.ts';
import { numbers, textForms } from '../profiles/forms.ts';

/** Every kind of message that goes to a registered phone. */
export const kinds = [
  'secureLink',
  'secureCode',
  'unfreezeReceipt',
  'attemptsFailed',
  'attemptsLocked',
  'cardFrozen',
  'freezeNoticed',
  'freezeNoticedForStaff',
] as const satisfies readonly OutboxText['kind'][];
type Kind = (typeof kinds)[number];

/** Whether the sender of a text is one that can be answered. */
export const senders = { number: true, name: false } as const;
type Sender = keyof typeof senders;

/** A bank that has named itself, and given a short name. */
export const bank = {
  ...unbranded,
  isNamed: true,
  bank: { 'zh-Hans': '海港银行', 'zh-Hant': '海港銀行', en: 'Harbour Bank' },
};
export const namedShort = { ...bank, short: { 'zh-Hans': '海港银行', 'zh-Hant': '海港銀行', en: 'Harbour' } };

const token = 'AbCdEfGhIjKlMnOpQrStUvWx';
const code = '1234567890123';

export type Written = {
  kind: Kind;
  language: Language;
  channel: Channel;
  profile: ProfileName;
  sender: Sender;
};

/** What goes to a number of a profile's country; undefined where nothing of the kind does. */
export function textOf(
  { kind, language, channel, profile, sender }: Written,
  brand = bank,
): string | undefined {
  const form = textForms(usualProfiles, senders[sender]).of(numbers[profile]);
  // Which of the two is queued is decided by the same profile.
  if (kind === 'secureCode' && form.address) return undefined;
  return messageText(
    { kind, language, facts: { lastFour: '1114', at: '2026-11-24T16:05:00.000Z', channel } },
    {
      letterhead: { timeZone: 'Asia/Shanghai', agentPhone: '+86 10 5555 0100', brand },
      form,
      noticeCode: () => code,
      secret: kind === 'secureCode' ? code : token,
      secureFormUrl: 'https://cards.bank.example',
    },
  );
}

const names: Readonly<Record<Kind, string>> = {
  secureLink: 'The link to the secure form',
  secureCode: 'The code for the secure form',
  unfreezeReceipt: 'The receipt of an unfreezing',
  attemptsFailed: 'The notice of wrong tries',
  attemptsLocked: 'The notice of a lock',
  freezeNoticed: 'The notice of a freeze that can be lifted here',
  freezeNoticedForStaff: 'The notice of a freeze that the staff lift',
  cardFrozen: 'The notice that a card was frozen at its owner’s wish',
};

/** The page of all texts by profile: profiles that say the same share a row. */
export function textsPage(): string {
  const parts = kinds.map((kind) => {
    const rows = (['zh-Hans', 'zh-Hant', 'en'] as const).flatMap((language) => {
      const written = profileNames.flatMap((profile) =>
        (['number', 'name'] as const).flatMap((sender) => {
          // A sender's name makes a difference only in countries where a number could be answered.
          if (sender === 'name' && profile !== 'other') return [];
          const text = textOf({ kind, language, channel: 'webChat', profile, sender }, namedShort);
          const who = sender === 'name' ? '`other`, from a name' : `\`${profile}\``;
          return text === undefined ? [] : [{ text, who }];
        }),
      );
      const bySame = Map.groupBy(written, ({ text }) => text);
      return [...bySame].map(
        ([text, of]) => `| ${of.map(({ who }) => who).join(', ')} | ${language} | ${text} | ${text.length} |`,
      );
    });
    return [
      `## ${names[kind]}`,
      '',
      '| Profile | Language | Text | Characters |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `# Every text to a registered phone, by country profile

Made by \`npm run texts\` from what is sent: asked for in web chat, of a bank that is called Harbour Bank, 海港银行, 海港銀行. What
differs between countries is in [profiles.md](profiles.md). A brand file may say each of them otherwise
([brand.md](brand.md)), but for what may not stand in it.

${parts.join('\n\n')}
`;
}
