import type { KeyedSchema } from '../services/installation/keyedSchema.ts';
import { botSchema } from './botSchema.ts';
import { BotKeyFingerprintRows } from './keyFingerprintsTable.ts';
import { wroteAwaitedLink } from './links/awaitedLinks.ts';
import { AwaitedLinkRows } from './links/awaitedLinksTable.ts';

/**
 * The bot's half of a database. Pseudonyms of telephones, codes of cases and tokens of web chat are all derived from
 * one key. In a database of an older version only links that are still waited for show which key wrote them; without
 * such links no key can be excluded.
 */
export const keyedBot: KeyedSchema = {
  schema: botSchema,
  keys: ['webChatTokenKey'],
  fingerprints: BotKeyFingerprintRows,
  async notWrittenWith(manager, keyRing) {
    const links = await manager.find(AwaitedLinkRows, { order: { id: 'ASC' }, take: 10 });
    const secret = () => keyRing.secrets('webChatTokenKey');
    const fits = links.length === 0 || links.some((link) => wroteAwaitedLink(secret, link));
    return fits ? [] : ['webChatTokenKey'];
  },
};
