import { createHmac } from 'node:crypto';
import { ClosedText } from '../../kit/closedText.ts';
import { derivedFrom, newestOf, type RotatingSecret } from '../../kit/rotatingSecret.ts';
import type { Telephone } from '../../services/contract/cardSearch.ts';

/** Encrypts telephones for the bot's database, with keys derived from the bot's own secret. */
export class ClosedTelephones {
  readonly #closed: ClosedText;
  readonly #idKeys: RotatingSecret;

  constructor(secret: RotatingSecret) {
    this.#closed = new ClosedText(derivedFrom(secret, 'disownments'));
    this.#idKeys = derivedFrom(secret, 'disowning telephones');
  }

  /** The pseudonym of a telephone. It is the same on every channel. */
  id({ phone }: Pick<Telephone, 'phone'>): string {
    return createHmac('sha256', newestOf(this.#idKeys)).update(phone).digest('base64url');
  }

  /**
   * Encrypts something that a telephone has said. @param id is bound into it, so that it does not open in another row
   */
  close<Said extends Pick<Telephone, 'phone'>>(said: Said, id: string): string {
    return this.#closed.close(said, id);
  }

  /** @throws Error where the text was altered, stands in another row or was closed under another key */
  open(closed: string, id: string): unknown {
    return this.#closed.open(closed, id);
  }
}
