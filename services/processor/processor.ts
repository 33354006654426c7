import {
  type AuthenticationAnswer,
  AuthenticationInformation,
} from '../contract/authenticationInformation.ts';
import { UnfreezeError } from '../contract/errors.ts';
import { parse } from '../contract/parse.ts';
import type { ProcessorClient } from '../contract/processorClient.ts';
import { instant } from '../contract/time.ts';
import {
  type UnfreezeAnswer,
  UnfreezeRequest,
  type UnfreezeRequestState,
} from '../contract/unfreezeRequest.ts';
import { holdBack } from '../overallLimit.ts';
import { envelopeHeader, openEnvelope } from '../security/envelopeOpening.ts';
import { AuthenticationRequests } from '../store/entities/authenticationRequest.ts';
import { type Recording, recorded } from '../store/recording.ts';
import { checkItem } from './checkItem.ts';
import { claimItem } from './claimItem.ts';
import { concludeItem } from './concludeItem.ts';
import type { ProcessorParts } from './parts.ts';
import { requestAuthentication } from './requestAuthentication.ts';

/** 处理器: takes unfreeze requests, asks for authentication, verifies and unfreezes (patent, steps 5 to 8). */
export class Processor implements ProcessorClient {
  readonly #parts: ProcessorParts;

  constructor(parts: ProcessorParts) {
    this.#parts = parts;
  }

  async requestUnfreezing(
    request: UnfreezeRequest,
    record?: Recording<UnfreezeAnswer>,
  ): Promise<UnfreezeAnswer> {
    const parsed = parse(UnfreezeRequest, request);
    return this.#parts.store.transaction(async (manager) =>
      recorded(manager, await requestAuthentication(this.#parts, manager, parsed), record),
    );
  }

  /** Opens, claims, checks, concludes: only the check takes long, and it runs outside of every transaction. */
  async giveAuthenticationInformation(
    information: AuthenticationInformation,
    record?: Recording<AuthenticationAnswer>,
  ): Promise<AuthenticationAnswer> {
    const { envelope, ...given } = parse(AuthenticationInformation, information);
    const header = envelopeHeader(envelope);
    if (header.arq !== given.authenticationRequest || header.itm !== given.item) {
      throw new UnfreezeError('envelopeForeign', 'an envelope was sealed for something else');
    }
    const value = await openEnvelope(envelope, header, this.#parts.keyRing);
    const { store, throttling, pause } = this.#parts;
    const { claimed, failures } = await store.transaction(async (manager) => {
      const claimed = await claimItem(this.#parts, manager, { ...given, header });
      if ('answer' in claimed) await record?.(manager, claimed.answer);
      return { claimed, failures: await throttling.overall(manager) };
    });
    await holdBack('failedAttempts', failures, pause);
    if ('answer' in claimed) return claimed.answer;
    const matched = await checkItem(this.#parts, claimed, value);
    return store.transaction(async (manager) =>
      recorded(manager, await concludeItem(this.#parts, manager, claimed, matched), record),
    );
  }

  /** How it stands with an authentication request. @throws UnfreezeError `authenticationRequestUnknown` */
  async unfreezeRequestState(id: string): Promise<UnfreezeRequestState> {
    const { store, clock } = this.#parts;
    const request = await store.read((manager) => manager.findOneBy(AuthenticationRequests, { id }));
    if (!request) throw new UnfreezeError('authenticationRequestUnknown', 'no such authentication request');
    const expired = request.state === 'open' && request.expiresAt <= instant(clock());
    return { id, state: expired ? 'over' : request.state };
  }
}
