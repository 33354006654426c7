import type { KeyedSchema } from '../services/installation/keyedSchema.ts';
import { botSchema } from './botSchema.ts';
import { BotKeyFingerprintRows } from './keyFingerprintsTable.ts';
import { wroteAwaitedLink } from './links/awaitedLinks.ts';
import { AwaitedLinkRows } from './links/awaitedLinksTable.ts';

/**
 * The bot's side in a database: pseudonyms of telephones, codes of cases and the tokens of web chat all follow from one
 * key. Of what an older version has left only links that are still waited for show by which; where there are none,
 * nothing speaks against any key.
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
