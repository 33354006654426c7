import { messagesOf, type Reply } from '../../bot/turn/reply.ts';
import type { Terminal } from '../../bot/turn/terminal.ts';
import type { Heard } from '../../dialogs/understanding/heard.ts';

/** A terminal whose sentences can be read by their ids, where the channel's own form of them has none. */
export class Overheard implements Terminal<Heard> {
  readonly #terminal: Terminal<Heard>;
  #said: Reply[] = [];

  constructor(terminal: Terminal<Heard>) {
    this.#terminal = terminal;
  }

  seal: Terminal<Heard>['seal'] = (...given) => this.#terminal.seal(...given);

  converse: Terminal<Heard>['converse'] = async (...given) => {
    const turned = await this.#terminal.converse(...given);
    this.#said.push(...messagesOf(turned.replies));
    return turned;
  };

  /** What was said since it was last asked for. */
  said(): Reply[] {
    const said = this.#said;
    this.#said = [];
    return said;
  }
}
