import { networksOf } from '../../kit/networks.ts';
import type { Lock } from '../../kit/store/lock.ts';
import { type EntityManager, In, IsNull } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import { codeLength } from '../contract/enteredCode.ts';
import type { CodeAnswer, CodeEntered } from '../contract/secureLink.ts';
import type { Disownments } from '../disownment/disownments.ts';
import { codeIndexes, isShortOf } from '../notifications/linkCode.ts';
import { tokenHash } from '../notifications/linkToken.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { AuthenticationRequests } from '../tables/authenticationRequest.ts';
import type { DisownableUnfreezing } from '../tables/disownableUnfreezing.ts';
import { locks } from '../tables/locks.ts';
import { type SecureLink, SecureLinkRows } from '../tables/secureLink.ts';
import type { CodeLimit } from '../throttling/codeLimit.ts';
import type { OverallLimit } from '../throttling/overallLimit.ts';

type SecureCodesDependencies = {
  store: Store;
  fields: FieldSealing;
  audit: Audit;
  codeLimit: CodeLimit;
  disownments: Disownments;
  overallLimit: OverallLimit;
  clock: Clock;
};
type Entered = CodeEntered & { network: string | undefined };

/**
 * The result of a code: the form opens, or does not for a reason; or the unfreezing that the code of a notice belongs
 * to.
 */
export type CodeOutcome = Exclude<CodeAnswer['outcome'], 'notice'> | { notice: DisownableUnfreezing };

/** The result of freezing a card again; `unknown`: the code belongs to nothing. */
export type DenialOutcome = 'frozenAgain' | 'freezing' | 'unknown' | 'tooMany';

/** The wrong tries of the first digits after which a case ends, since so few digits could be guessed. */
const mostWrongHere = 5;

/**
 * Codes that were sent where a text may not hold an address. A code is exchanged once for a token that the page has
 * made; then it opens nothing more, and the page continues as if the token had come in an address. If the same token
 * sends it again, the answer is the same, since the first answer may have been lost.
 */
export class SecureCodes {
  readonly #parts: SecureCodesDependencies;

  constructor(parts: SecureCodesDependencies) {
    this.#parts = parts;
  }

  async enter(entered: Entered): Promise<CodeOutcome> {
    const { store } = this.#parts;
    const { network, browser } = entered;
    const begun = browser === undefined ? null : await store.read((manager) => begunIn(manager, browser));
    return this.#limited(network, begun ? [locks.card(begun.card)] : [], (manager) =>
      entered.code.length === codeLength
        ? this.#enteredWhole(manager, entered)
        : this.#enteredShort(manager, entered),
    );
  }

  /** Freezes the card again that a notice's code belongs to. Such a code can do nothing else. */
  async deny({ code, network }: { code: string; network: string | undefined }): Promise<DenialOutcome> {
    const { disownments } = this.#parts;
    const known = await this.#limited(network, [], (manager) => this.#noticeOf(manager, code, network));
    if (typeof known === 'string') return known;
    const answer = await disownments.disownByCode(code);
    if (answer === undefined || answer.outcome === 'nothingUnfrozen') return 'unknown';
    return answer.outcome === 'freezing' ? 'freezing' : 'frozenAgain';
  }

  /**
   * Runs `decide` under the locks of the network. While there are more wrong codes than on an ordinary day, everybody
   * is slowed.
   */
  async #limited<Answer>(
    network: string | undefined,
    more: readonly Lock[],
    decide: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const { store, codeLimit, overallLimit } = this.#parts;
    const from = network === undefined ? [] : networksOf(network).map((one) => locks.network(one.network));
    const { answer, wrong } = await store.transaction([...from, ...more], async (manager) => {
      const answer = await decide(manager);
      return { answer, wrong: await codeLimit.overall(manager) };
    });
    await overallLimit.holdBack('wrongCodes', wrong);
    return answer;
  }

  /** Takes a whole code, which may come from anywhere; a wrong one counts against its network. */
  async #enteredWhole(manager: EntityManager, { code, token, network }: Entered): Promise<CodeOutcome> {
    const { fields, codeLimit } = this.#parts;
    if (await codeLimit.isUsedUp(manager, network)) return 'tooMany';
    const link = await manager.findOneBy(SecureLinkRows, { codeIndex: In(codeIndexes(fields, code)) });
    if (link) return (await this.#refused(manager, link, token)) ?? this.#exchanged(manager, link, token);
    const notice = await this.#noticeOf(manager, code, network);
    return typeof notice === 'string' ? notice : { notice };
  }

  /** The unfreezing that a notice's code belongs to. */
  async #noticeOf(
    manager: EntityManager,
    code: string,
    network: string | undefined,
  ): Promise<DisownableUnfreezing | 'unknown' | 'tooMany'> {
    const { codeLimit, disownments } = this.#parts;
    if (await codeLimit.isUsedUp(manager, network)) return 'tooMany';
    const notice = await disownments.byCode(manager, code);
    if (!notice) await codeLimit.noteWrong(manager, network);
    return notice ?? 'unknown';
  }

  /**
   * Takes the first digits, in the browser that began the case. A wrong try counts against that case, since nobody else
   * can make one there.
   */
  async #enteredShort(manager: EntityManager, { code, token, browser }: Entered): Promise<CodeOutcome> {
    const link = browser === undefined ? null : await begunIn(manager, browser);
    if (!link) return 'thirteen';
    const { id, authenticationRequest: request, card, channel } = link;
    const refused = await this.#refused(manager, link, token);
    if (refused) return refused;
    const { fields, audit, clock } = this.#parts;
    if (isShortOf(fields, link, code)) return this.#exchanged(manager, link, token);
    const wrongCodes = link.wrongCodes + 1;
    await manager.update(SecureLinkRows, { id }, { wrongCodes });
    if (wrongCodes < mostWrongHere) return 'unknown';
    await manager.update(AuthenticationRequests, { id: request, state: 'open' }, { state: 'over' });
    await audit.write(manager, clock(), 'secureCodeEnded', { link: id, request, card, channel });
    return 'ended';
  }

  /** The reason why a link opens nothing any more, or only what it has opened already. */
  async #refused(
    manager: EntityManager,
    link: SecureLink,
    token: string,
  ): Promise<'entered' | 'used' | 'over' | undefined> {
    if (link.codeUsedAt !== null) return link.tokenHash === tokenHash(token) ? 'entered' : 'used';
    const open = { id: link.authenticationRequest, state: 'open' } as const;
    const isOpen = await manager.existsBy(AuthenticationRequests, open);
    return isOpen && link.expiresAt > instant(this.#parts.clock()) ? undefined : 'over';
  }

  async #exchanged(manager: EntityManager, link: SecureLink, token: string): Promise<CodeOutcome> {
    const { audit, clock } = this.#parts;
    const now = clock();
    const { id, authenticationRequest: request, card, channel } = link;
    const given = { tokenHash: tokenHash(token), codeUsedAt: instant(now) };
    const { affected } = await manager.update(SecureLinkRows, { id, codeUsedAt: IsNull() }, given);
    if (affected !== 1) return 'used';
    await audit.write(manager, now, 'secureCodeEntered', { link: id, request, card, channel });
    return 'entered';
  }
}

/** The link of the case that was begun in a browser. */
function begunIn(manager: EntityManager, browser: string): Promise<SecureLink | null> {
  return manager.findOneBy(SecureLinkRows, { browserHash: tokenHash(browser) });
}
