type Held<Socket> = { client: string; socket: Socket };

/** The most windows that a customer may have open on one conversation. */
const mostClients = 3;

/**
 * The sockets of each conversation: of one client the newest, since two that live would show it every activity twice, and
 * of three clients at most. A client that gives itself no name is always the same one.
 */
export class ConversationSockets<Socket> {
  readonly #open = new Map<string, readonly Held<Socket>[]>();

  /** @returns those whose place it takes */
  add(conversationId: string, client: string, socket: Socket): Socket[] {
    const open = this.#heldOf(conversationId);
    const others = open.filter((held) => held.client !== client);
    const stay = others.slice(-(mostClients - 1));
    this.#open.set(conversationId, [...stay, { client, socket }]);
    return open.filter((held) => !stay.includes(held)).map((held) => held.socket);
  }

  has(conversationId: string, socket: Socket): boolean {
    return this.of(conversationId).includes(socket);
  }

  remove(conversationId: string, socket: Socket): void {
    const left = this.#heldOf(conversationId).filter((held) => held.socket !== socket);
    if (left.length > 0) this.#open.set(conversationId, left);
    else this.#open.delete(conversationId);
  }

  of(conversationId: string): Socket[] {
    return this.#heldOf(conversationId).map(({ socket }) => socket);
  }

  all(): Socket[] {
    return [...this.#open.values()].flat().map(({ socket }) => socket);
  }

  #heldOf(conversationId: string): readonly Held<Socket>[] {
    return this.#open.get(conversationId) ?? [];
  }
}
