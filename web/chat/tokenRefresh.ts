import type { ConversationService, TokenAnswer } from './conversationService.ts';

/** Renews a conversation's token at half of its time, also when the device slept over that. */
export class TokenRefresh {
  readonly #service: Pick<ConversationService, 'refreshed'>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due: (() => void) | undefined;
  #dueAt = 0;
  /** An answer that comes after its round was stopped belongs to a conversation that was left. */
  #round = 0;

  constructor(service: Pick<ConversationService, 'refreshed'>) {
    this.#service = service;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && Date.now() >= this.#dueAt) this.#due?.();
    });
  }

  start(answer: TokenAnswer, renewed: (answer: TokenAnswer) => void): void {
    this.stop();
    const round = this.#round;
    const refresh = () => {
      this.#due = undefined;
      clearTimeout(this.#timer);
      this.#service.refreshed(answer.token).then(
        (next) => {
          if (round !== this.#round) return;
          renewed(next);
          this.start(next, renewed);
        },
        // The connection notices by itself when the token is over; until then it is tried again.
        () => {
          if (round === this.#round) this.#wait(30_000, refresh);
        },
      );
    };
    this.#wait((answer.expires_in * 1000) / 2, refresh);
  }

  stop(): void {
    this.#round++;
    clearTimeout(this.#timer);
    this.#due = undefined;
  }

  #wait(milliseconds: number, due: () => void): void {
    this.#due = due;
    this.#dueAt = Date.now() + milliseconds;
    this.#timer = setTimeout(due, milliseconds);
  }
}
