import { afterCommit } from '../../kit/store/afterCommit.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import { attemptsLeft, lengthsAsked } from '../authentication/requestAuthentication.ts';
import type { CardSystem } from '../cardSystem/cardSystem.ts';
import type {
  AuthenticationAnswer,
  AuthenticationInformation,
} from '../contract/authenticationInformation.ts';
import type { AuthenticationRequest } from '../contract/authenticationRequest.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import type { PasswordLengths } from '../contract/passwordLengths.ts';
import { provesPhone } from '../links/openLink.ts';
import { endLinks } from '../links/sendSecureLink.ts';
import { linkOf } from '../notifications/linkToken.ts';
import type { Processor } from '../processor/processor.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { SealingKeyPairs } from '../security/sealingKeyPair.ts';
import { type AuthenticationRequestRow, AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { locks } from '../tables/locks.ts';
import type { SecureLink } from '../tables/secureLink.ts';

/** A link that still opens the form, with the items that the form asks for and the freeze reasons. */
export type OpenLink = {
  link: SecureLink;
  freezes: readonly FreezeReason[];
  authenticationRequest: AuthenticationRequest;
};

type Given = Pick<AuthenticationInformation, 'item' | 'envelope' | 'consent'> & {
  network: string | undefined;
};
type SecureLinksDependencies = {
  store: Store;
  processor: Processor;
  cardSystem: Pick<CardSystem, 'find'>;
  fields: FieldSealing;
  audit: Audit;
  sealingKeys: SealingKeyPairs;
  passwordLengths: PasswordLengths;
  clock: Clock;
};

/**
 * The actions of a link's holder, each by its token. The result for a token that opens nothing is undefined, whatever
 * the cause.
 */
export class SecureLinks {
  readonly #parts: SecureLinksDependencies;

  constructor(parts: SecureLinksDependencies) {
    this.#parts = parts;
  }

  /** The content of the form. Looking at it changes nothing. */
  async view(token: string): Promise<OpenLink | undefined> {
    const { store, sealingKeys, passwordLengths } = this.#parts;
    const open = await store.read((manager) => this.#open(manager, token));
    // Once all was shown nothing more is asked for; the customer can still say that it was not them.
    if (!open || open.request.matchedAt !== null || !(await this.#provesPhone(open.link))) return undefined;
    const { id, items, attempt, expiresAt, freezes, consentVersion, consentedAt } = open.request;
    const sealingKey = await sealingKeys.current();
    return {
      link: open.link,
      freezes: freezes ?? [],
      authenticationRequest: {
        id,
        items,
        attempt,
        attemptsLeft: attemptsLeft(attempt),
        expiresAt,
        sealingKey,
        ...(consentVersion !== null && consentedAt === null && { consent: { version: consentVersion } }),
        ...lengthsAsked(items, passwordLengths),
      },
    };
  }

  /**
   * Gives one sealed item to the processor. A link that has just finished still gets the processor's answer, because
   * the first answer may have been lost and the same envelope asks for it again.
   * @throws UnfreezeError as the processor does
   */
  async give(
    token: string,
    { item, envelope, consent, network }: Given,
  ): Promise<{ link: SecureLink; answer: AuthenticationAnswer } | undefined> {
    const { store, processor } = this.#parts;
    const link = await store.read((manager) => linkOf(manager, token));
    if (!link || !(await this.#provesPhone(link))) return undefined;
    const from = { channel: 'secureForm', address: link.id } as const;
    const userTerminal = network === undefined ? from : { ...from, network };
    const { authenticationRequest } = link;
    const information = {
      ...{ authenticationRequest, userTerminal, item, envelope },
      ...(consent !== undefined && { consent }),
    };
    const answer = await processor.giveAuthenticationInformation(information);
    if (answer.outcome !== 'itemTaken')
      store.announcements.announce('authenticationRequest', authenticationRequest);
    return { link, answer };
  }

  /** Ends the link, and every other link for the card, because the customer has not asked for it. */
  async deny(token: string): Promise<SecureLink | undefined> {
    const { store, audit, clock } = this.#parts;
    const known = await store.read((manager) => linkOf(manager, token));
    if (!known) return undefined;
    return store.transaction([locks.card(known.card)], async (manager) => {
      const open = await this.#open(manager, token);
      if (!open) return undefined;
      const { link } = open;
      await endLinks(manager, link.card);
      const { id, authenticationRequest: request, card, channel } = link;
      await audit.write(manager, clock(), 'secureLinkDenied', { link: id, request, card, channel });
      afterCommit(manager, () => store.announcements.announce('authenticationRequest', request));
      return link;
    });
  }

  /** Whether the link was sent to the phone that is registered now; otherwise it opens nothing. */
  async #provesPhone(link: SecureLink): Promise<boolean> {
    const { cardSystem, fields } = this.#parts;
    const found = await cardSystem.find(link.card);
    return found !== undefined && provesPhone(fields, link, found);
  }

  async #open(
    manager: EntityManager,
    token: string,
  ): Promise<{ link: SecureLink; request: AuthenticationRequestRow } | undefined> {
    const link = await linkOf(manager, token);
    if (!link || link.expiresAt <= instant(this.#parts.clock())) return undefined;
    const id = link.authenticationRequest;
    const request = await manager.findOneBy(AuthenticationRequests, { id, state: 'open' });
    return request ? { link, request } : undefined;
  }
}
