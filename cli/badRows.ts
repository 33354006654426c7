import type { CommandTerminal } from '../kit/command.ts';
import { counted } from '../kit/counted.ts';
import type { BadRow } from '../services/import/importCheck.ts';

/** The bad rows that are listed; more would only push the first ones off the screen. */
const toldAtMost = 100;

/** Prints the bad rows of a file on a terminal. */
export class BadRows {
  count = 0;
  readonly #terminal: CommandTerminal;

  constructor(terminal: CommandTerminal) {
    this.#terminal = terminal;
  }

  readonly tell = ({ line, problems }: BadRow): void => {
    this.count += 1;
    if (this.count > toldAtMost) return;
    this.#terminal.progress?.('');
    this.#terminal.err(`line ${line}: ${problems.join('; ')}\n`);
  };

  /** Prints how many more there were. */
  end(): void {
    this.#terminal.progress?.('');
    const more = this.count - toldAtMost;
    if (more > 0) this.#terminal.err(`and ${counted(more, 'more bad row')}\n`);
  }
}
