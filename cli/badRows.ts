import type { Terminal } from '../kit/command.ts';
import { counted } from '../kit/counted.ts';
import type { BadRow } from '../services/import/importCheck.ts';

/** So many bad rows are told one by one: more would only push the first of them off the screen. */
const toldAtMost = 100;

/** The bad rows of a file as they are told on a terminal. */
export class BadRows {
  count = 0;
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  readonly tell = ({ line, problems }: BadRow): void => {
    this.count += 1;
    if (this.count > toldAtMost) return;
    this.#terminal.progress?.('');
    this.#terminal.err(`line ${line}: ${problems.join('; ')}\n`);
  };

  /** Says how many more there were than were told. */
  end(): void {
    this.#terminal.progress?.('');
    const more = this.count - toldAtMost;
    if (more > 0) this.#terminal.err(`and ${counted(more, 'more bad row')}\n`);
  }
}
