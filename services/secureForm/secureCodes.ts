import { networksOf } from '../../kit/networks.ts';
import { type EntityManager, IsNull } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import type { CodeEntered } from '../contract/secureLink.ts';
import { codeIndex } from '../notifications/linkCode.ts';
import { tokenHash } from '../notifications/linkToken.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { locks } from '../tables/locks.ts';
import { type SecureLink, SecureLinks } from '../tables/secureLink.ts';
import type { CodeLimit } from '../throttling/codeLimit.ts';
import type { OverallLimit } from '../throttling/overallLimit.ts';

type Parts = {
  store: Store;
  fields: FieldSealing;
  audit: Audit;
  codeLimit: CodeLimit;
  overallLimit: OverallLimit;
  clock: Clock;
};
type Entered = CodeEntered & { network: string | undefined };

/** What became of a code: it opens the form by its token now, or why it does not. */
export type CodeOutcome = 'entered' | 'unknown' | 'over' | 'used' | 'tooMany';

/**
 * Codes that were sent where no address may stand in a text. A code is given once for a token that the page has made: from
 * then on it opens nothing, and the page goes on as if the token had come in an address. Given again with the same token
 * it has the same answer, since the first may have been lost.
 */
export class SecureCodes {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async enter(entered: Entered): Promise<CodeOutcome> {
    const { store, codeLimit, overallLimit } = this.#parts;
    const { network } = entered;
    const decided = network === undefined ? [] : networksOf(network).map((one) => locks.network(one.network));
    const { outcome, wrong } = await store.transaction(decided, async (manager) => {
      const outcome = await this.#decided(manager, entered);
      return { outcome, wrong: await codeLimit.overall(manager) };
    });
    await overallLimit.holdBack('wrongCodes', wrong);
    return outcome;
  }

  async #decided(manager: EntityManager, { code, token, network }: Entered): Promise<CodeOutcome> {
    const { fields, codeLimit } = this.#parts;
    if (await codeLimit.isUsedUp(manager, network)) return 'tooMany';
    const link = await manager.findOneBy(SecureLinks, { codeIndex: codeIndex(fields, code) });
    if (link) return this.#exchanged(manager, link, tokenHash(token));
    await codeLimit.noteWrong(manager, network);
    return 'unknown';
  }

  async #exchanged(manager: EntityManager, link: SecureLink, hash: string): Promise<CodeOutcome> {
    const { audit, clock } = this.#parts;
    const now = clock();
    if (link.codeUsedAt !== null) return link.tokenHash === hash ? 'entered' : 'used';
    const { id, authenticationRequest: request, card, channel } = link;
    const isOpen = await manager.existsBy(AuthenticationRequests, { id: request, state: 'open' });
    if (!isOpen || link.expiresAt <= instant(now)) return 'over';
    const unused = { id, codeUsedAt: IsNull() };
    const { affected } = await manager.update(SecureLinks, unused, {
      tokenHash: hash,
      codeUsedAt: instant(now),
    });
    if (affected !== 1) return 'used';
    await audit.write(manager, now, 'secureCodeEntered', { link: id, request, card, channel });
    return 'entered';
  }
}
