import { UnfreezeError } from '../../kit/errors.ts';
import { parse } from '../../kit/parse.ts';
import { askTogether } from '../../kit/store/askTogether.ts';
import { behindFirst } from '../../kit/store/lock.ts';
import { type EntityManager, IsNull } from '../../kit/store/query.ts';
import { type Recording, recorded } from '../../kit/store/recording.ts';
import { instant, later, minutes } from '../../kit/time.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import { requestAuthentication } from '../authentication/requestAuthentication.ts';
import { shownCounts, startedWith, unfrozenWith } from '../authentication/shownBefore.ts';
import type { Conclusion, FoundCard } from '../cardSystem/cardSystem.ts';
import {
  type AuthenticationAnswer,
  AuthenticationInformation,
} from '../contract/authenticationInformation.ts';
import type { NamedCard } from '../contract/card.ts';
import type { ProcessorClient } from '../contract/processorClient.ts';
import type { SealingKey } from '../contract/sealingKey.ts';
import {
  type UnfreezeAnswer,
  UnfreezeRequest,
  type UnfreezeRequestState,
  UnfreezingStart,
} from '../contract/unfreezeRequest.ts';
import { sendSecureLink } from '../links/sendSecureLink.ts';
import { circumstances } from '../presetConditions/circumstances.ts';
import { heldMissing } from '../presetConditions/heldMissing.ts';
import { obstacle } from '../presetConditions/index.ts';
import { envelopeHeader, openEnvelope } from '../security/envelopeOpening.ts';
import { type AuthenticationRequestRow, AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { locks } from '../tables/locks.ts';
import { ClaimedUnfreezings, type Unfreezing } from '../tables/unfreezing.ts';
import { attemptOf, lockOf } from './attemptOf.ts';
import { checkItem, type GivenItem } from './checkItem.ts';
import { type Claim, claimItem, claimLocks, giveBack, whatItRestsOn } from './claimItem.ts';
import { conclude } from './conclude.ts';
import { concludeUnfreezing } from './concludeUnfreezing.ts';
import { startUnfreezing } from './startUnfreezing.ts';

/** The time after a request during which the customer's other cards may be named. */
const toldFor = 30 * minutes;

/** What is known when a request is decided: the card, the one that was unfrozen with what was shown before, and the key to seal to. */
type Found = { found: FoundCard | undefined; unfrozen: FoundCard | undefined; sealingKey: SealingKey };

/** 处理器: takes unfreeze requests, asks for authentication, verifies and unfreezes (patent, steps 5 to 8). */
export class Processor implements ProcessorClient {
  readonly #parts: ProcessorDependencies;

  constructor(parts: ProcessorDependencies) {
    this.#parts = parts;
  }

  async requestUnfreezing(
    request: UnfreezeRequest,
    record?: Recording<UnfreezeAnswer>,
  ): Promise<UnfreezeAnswer> {
    const { store, records, cardSystem, sealingKeys, clock } = this.#parts;
    const asked = parse(UnfreezeRequest, request);
    const parsed = { ...asked, card: await cardSystem.referenceNow(asked.card) };
    // The card system is not asked about a card that no status query has found frozen.
    const { near } = cardSystem;
    const [packaged, there] = await store.read((manager) =>
      askTogether(manager, [
        records.asked(manager, parsed.card, clock()),
        near?.asked(manager, parsed.card) ?? { known: undefined },
      ]),
    );
    const found = packaged && (await this.#judged(parsed, near ? there : await cardSystem.find(parsed.card)));
    const throughLink =
      parsed.through === 'secureLink' || (found !== undefined && this.#mustShow(found, parsed));
    const addressee = found && throughLink ? await cardSystem.addressee(parsed.card) : undefined;
    const unfrozen = found && !throughLink ? await unfrozenWith(this.#parts, parsed) : undefined;
    const decided = [
      locks.card(parsed.card),
      locks.seals,
      ...(found ? [locks.customer(found.reserved.customerId)] : []),
    ];
    const sealingKey = await sealingKeys.current();
    const answers = async (manager: EntityManager) => {
      const answer = throughLink
        ? await sendSecureLink(this.#parts, manager, parsed, { found, addressee, sealingKey })
        : await this.#asksOrCounts(manager, parsed, { found, unfrozen, sealingKey });
      return recorded(manager, answer, record);
    };
    // Without a link nothing is sealed before the answer of what is asked first.
    return store.transaction(throughLink ? decided : decided.map(behindFirst), answers, () => true);
  }

  /** What was shown before counts once for a card; what is being done with it, or was while its answer was lost, is told of. */
  async #asksOrCounts(
    manager: EntityManager,
    request: UnfreezeRequest,
    { found, unfrozen, sealingKey }: Found,
  ): Promise<UnfreezeAnswer> {
    const { shownBy, startedBy } = request;
    const another = shownBy !== undefined && startedBy === undefined ? { ...request, shownBy } : undefined;
    const started = another && (await startedWith(manager, another));
    if (started && (!found || started.state !== 'unfrozen')) return { outcome: 'shown', id: started.id };
    const counts = another && found && !started;
    const shown = counts ? await shownCounts(this.#parts, manager, another, { found, unfrozen }) : undefined;
    return requestAuthentication(this.#parts, manager, request, { found, sealingKey, shown });
  }

  /** The card with the bank's risk decision, which is asked only if nothing else stands against unfreezing. */
  async #judged(
    { userTerminal }: UnfreezeRequest,
    found: FoundCard | undefined,
  ): Promise<FoundCard | undefined> {
    const { risk, policy, linkLimit, clock } = this.#parts;
    const { channel, network } = userTerminal;
    if (!found || !risk) return found;
    const as = circumstances(found, { channel, sendsLinks: linkLimit !== undefined, now: clock() });
    return obstacle(as, policy) ? found : risk.on(found, { step: 'request', channel, network });
  }

  /** Whether the customer must prove something that only opening a link can prove. */
  #mustShow(found: FoundCard, { userTerminal: { channel } }: UnfreezeRequest): boolean {
    const { policy, linkLimit, clock } = this.#parts;
    const as = circumstances(found, { channel, sendsLinks: linkLimit !== undefined, now: clock() });
    return !obstacle(as, policy) && heldMissing(as, policy).length > 0;
  }

  /** Opens, claims, checks and concludes. The card system and the check run outside of every transaction. */
  async giveAuthenticationInformation(
    information: AuthenticationInformation,
    record?: Recording<AuthenticationAnswer>,
  ): Promise<AuthenticationAnswer> {
    const { envelope, ...given } = parse(AuthenticationInformation, information);
    const header = envelopeHeader(envelope);
    if (header.arq !== given.authenticationRequest || header.itm !== given.item) {
      throw new UnfreezeError('envelopeForeign', 'an envelope was sealed for something else');
    }
    const value = await openEnvelope(envelope, header, this.#parts.sealingKeys);
    const { store, overallLimit } = this.#parts;
    const rests = await store.read((manager) => whatItRestsOn(this.#parts, manager, given));
    const claims = async (manager: EntityManager) => {
      const claimed = await claimItem(this.#parts, manager, { ...given, header, value, envelope }, rests);
      if ('answer' in claimed) await record?.(manager, claimed.answer);
      return claimed;
    };
    // An item that still has to be checked has its attempt committed first.
    const mayWait = (claimed: object) => 'answer' in claimed;
    const claimed = await store.transaction(claimLocks(given, rests), claims, mayWait);
    await overallLimit.holdBack('failedAttempts', rests.failures);
    if ('answer' in claimed) return claimed.answer;
    if ('unfreezing' in claimed) return this.#settle(claimed.unfreezing, record);
    try {
      return await this.#check(claimed, { value, envelope }, record);
    } catch (error) {
      // The check failed without a result, so the same envelope may come again at once; if this fails too, after half a
      // minute.
      await store.transaction([], (manager) => giveBack(manager, claimed)).catch(() => {});
      throw error;
    }
  }

  /** A person at the desk starts the unfreezing. @throws UnfreezeError `authenticationRequestUnknown` */
  startUnfreezing(
    start: UnfreezingStart,
    record?: Recording<AuthenticationAnswer>,
  ): Promise<AuthenticationAnswer> {
    return startUnfreezing(this.#parts, parse(UnfreezingStart, start), record);
  }

  /** The state of an authentication request. @throws UnfreezeError `authenticationRequestUnknown` */
  async unfreezeRequestState(id: string): Promise<UnfreezeRequestState> {
    const { state, request } = await this.#stateOf(id);
    if (state.state === 'unfrozen') return { ...state, ...(await this.#others(request)) };
    if (!state.attempt) return state;
    return { ...state, attempt: { ...state.attempt, sealingKey: await this.#parts.sealingKeys.latest() } };
  }

  /**
   * The customer's other frozen cards. They are shown after a complete authentication here, never after a request for a
   * link.
   */
  async #others({ card, channel, createdAt }: AuthenticationRequestRow): Promise<{ others?: NamedCard[] }> {
    const { cardSystem, clock } = this.#parts;
    if (channel === 'secureForm' || later(new Date(createdAt), toldFor) < clock()) return {};
    const others = await cardSystem.otherFrozen(card);
    return others ? { others } : {};
  }

  async #stateOf(id: string): Promise<{ state: UnfreezeRequestState; request: AuthenticationRequestRow }> {
    const { store } = this.#parts;
    return store.read(async (manager) => {
      const request = await manager.findOneBy(AuthenticationRequests, { id });
      if (!request) throw new UnfreezeError('authenticationRequestUnknown', 'no such authentication request');
      return { state: await this.#standing(manager, request), request };
    });
  }

  async #standing(manager: EntityManager, request: AuthenticationRequestRow): Promise<UnfreezeRequestState> {
    const { clock } = this.#parts;
    const { id, state, expiresAt, freezes, matchedAt } = request;
    const claimed = { authenticationRequest: id, concludedAt: IsNull() };
    if (await manager.existsBy(ClaimedUnfreezings, claimed)) return { id, state: 'open' };
    if (state === 'unfrozen') return { id, state, reasons: freezes ?? [] };
    if (state === 'locked') return { id, state, ...(await lockOf(this.#parts, manager, request)) };
    if (state !== 'open') return { id, state };
    if (expiresAt <= instant(clock())) return { id, state: 'over' };
    if (matchedAt !== null) return { id, state: 'matched' };
    return { id, state, attempt: await attemptOf(this.#parts, manager, request) };
  }
  /** Finishes every unfreezing that was claimed but lost its process or its answer. */
  async settleUnfreezings(): Promise<void> {
    await this.#parts.cardSystem.settleAll(this.#concludes);
  }

  readonly #concludes: Conclusion = (...concluded) => concludeUnfreezing(this.#parts, ...concluded);

  #settle(unfreezing: Unfreezing, record: Recording<AuthenticationAnswer> | undefined) {
    return this.#parts.cardSystem.settle(unfreezing, { concludes: this.#concludes, record });
  }

  async #check(
    claim: Claim,
    given: GivenItem,
    record: Recording<AuthenticationAnswer> | undefined,
  ): Promise<AuthenticationAnswer> {
    const checked = await checkItem(this.#parts, claim, given);
    return conclude(this.#parts, claim, checked, record);
  }
}
