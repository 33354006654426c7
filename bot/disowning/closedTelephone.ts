import { createHmac } from 'node:crypto';
import { ClosedText } from '../../kit/closedText.ts';
import { derivedFrom, newestOf, type RotatingSecret } from '../../kit/rotatingSecret.ts';
import type { Telephone } from '../../services/contract/cardSearch.ts';

/** Telephones as they may lie in the bot's database, closed under keys made from the bot's own. */
export class ClosedTelephones {
  readonly #closed: ClosedText;
  readonly #idKeys: RotatingSecret;

  constructor(secret: RotatingSecret) {
    this.#closed = new ClosedText(derivedFrom(secret, 'disownments'));
    this.#idKeys = derivedFrom(secret, 'disowning telephones');
  }

  /** The same for the same number, whatever channel it comes from. */
  id({ phone }: Pick<Telephone, 'phone'>): string {
    return createHmac('sha256', newestOf(this.#idKeys)).update(phone).digest('base64url');
  }

  /** @param said what a telephone has said; @param id is bound into it, so that it opens in no other row */
  close<Said extends Pick<Telephone, 'phone'>>(said: Said, id: string): string {
    return this.#closed.close(said, id);
  }

  /** @throws Error where it was altered, stands in another row or was closed under another key */
  open(closed: string, id: string): unknown {
    return this.#closed.open(closed, id);
  }
}
