import { afterCommit } from '../../kit/store/afterCommit.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import type { Audit } from '../audit/audit.ts';
import { attemptsLeft } from '../authentication/requestAuthentication.ts';
import type { CardSystem } from '../cardSystem/cardSystem.ts';
import type {
  AuthenticationAnswer,
  AuthenticationInformation,
} from '../contract/authenticationInformation.ts';
import type { AuthenticationRequest } from '../contract/authenticationRequest.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import { provesPhone } from '../links/openLink.ts';
import { endLinks } from '../links/sendSecureLink.ts';
import { linkOf } from '../notifications/linkToken.ts';
import type { Processor } from '../processor/processor.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { SealingKeyPairs } from '../security/sealingKeyPair.ts';
import { type AuthenticationRequestRow, AuthenticationRequests } from '../tables/authenticationRequest.ts';
import { locks } from '../tables/locks.ts';
import type { SecureLink } from '../tables/secureLink.ts';

/** A link that still opens the form, with what the form is to ask and why the card is frozen. */
export type OpenLink = {
  link: SecureLink;
  freezes: readonly FreezeReason[];
  authenticationRequest: AuthenticationRequest;
};

type Given = Pick<AuthenticationInformation, 'item' | 'envelope' | 'consent'> & {
  network: string | undefined;
};
type Parts = {
  store: Store;
  processor: Processor;
  cardSystem: Pick<CardSystem, 'find'>;
  fields: FieldSealing;
  audit: Audit;
  sealingKeys: SealingKeyPairs;
  clock: Clock;
};

/** What the holder of a link's token can do. A token that opens nothing, for whatever reason, is undefined alike. */
export class SecureLinks {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What the form asks; that it was looked at changes nothing. */
  async view(token: string): Promise<OpenLink | undefined> {
    const { store, sealingKeys } = this.#parts;
    const open = await store.read((manager) => this.#open(manager, token));
    if (!open || !(await this.#provesPhone(open.link))) return undefined;
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
      },
    };
  }

  /**
   * Gives one sealed item. A link that has just done its work still gets the processor's answer: it was lost, and the
   * same envelope asks for it again.
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

  /** The customer has not asked for this: it ends at once, and so does every other link for the card. */
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

  /** What went to another telephone than is registered now opens nothing. */
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
