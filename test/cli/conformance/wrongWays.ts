import { setTimeout as wait } from 'node:timers/promises';
import type { Card, Message } from '../../../docs/examples/cardSystem.ts';
import { cards, FullCardSystem, token } from './fullCardSystem.ts';

type Full = typeof FullCardSystem;

/** A way in which a card system may be wrong, and the promise that shows it. */
type WrongWay = { breaks: string; says: string; made: (Right: Full) => Full };

/** Long enough that what goes on beside gets its turn, on a busy machine too, in milliseconds. */
const aMoment = 50;
const isUnknown = (card: Card | undefined): card is undefined => card === undefined;

/** Every promise, broken: each way alone, or several on each other. */
export const wrongWays: readonly WrongWay[] = [
  {
    breaks: 'readiness',
    says: 'is never ready',
    made: (Right) =>
      class extends Right {
        override answer(...[path, ...more]: Parameters<FullCardSystem['answer']>) {
          return super.answer(path === 'readiness' ? 'nothing' : path, ...more);
        }
      },
  },
  {
    breaks: 'tokenRefused',
    says: 'does not look at the token',
    made: (Right) =>
      class extends Right {
        override answer(...[path, headers, body]: Parameters<FullCardSystem['answer']>) {
          return super.answer(path, { ...headers, authorization: `Bearer ${token}` }, body);
        }
      },
  },
  {
    breaks: 'lookUp',
    says: 'answers an unknown number with an empty object',
    made: (Right) =>
      class extends Right {
        override async lookUp(given: Message) {
          return this.cards.has(given.cardNumber) ? super.lookUp(given) : {};
        }
      },
  },
  {
    breaks: 'cardTokens',
    says: 'gives every number the same token',
    made: (Right) =>
      class extends Right {
        override tokenOf() {
          return '9000000000000000012';
        }
      },
  },
  {
    breaks: 'unknownTakesAsLong',
    says: 'is quick with a number that it does not know',
    made: (Right) =>
      class extends Right {
        override async lookUp(given: Message) {
          if (this.cards.has(given.cardNumber)) await wait(60);
          return super.lookUp(given);
        }
      },
  },
  {
    breaks: 'closed',
    says: 'freezes a closed card',
    made: (Right) =>
      class extends Right {
        override async freeze(given: Message) {
          const card = this.cards.get(given.cardNumber);
          return card?.isClosed ? { outcome: 'frozen' } : super.freeze(given);
        }
      },
  },
  {
    breaks: 'noPassword',
    says: 'hands the password itself over beside its verifier',
    made: (Right) =>
      class extends Right {
        override async lookUp(given: Message) {
          return { ...(await super.lookUp(given)), hint: this.cards.get(given.cardNumber)?.password };
        }
      },
  },
  {
    breaks: 'dates',
    says: 'gives a date of another century',
    made: (Right) =>
      class extends Right {
        override frozenAt() {
          return '2126-03-01T09:30:00Z';
        }
      },
  },
  {
    breaks: 'search',
    says: 'finds cards by their last four digits alone',
    made: (Right) =>
      class extends Right {
        override isFound(card: Card, _phone: string, lastFour: string) {
          return super.isFound(card, card.phone, lastFour);
        }
      },
  },
  {
    breaks: 'inTime',
    says: 'answers no more than ten at once',
    made: (Right) =>
      class extends Right {
        #under = 0;
        override async answer(...request: Parameters<FullCardSystem['answer']>) {
          this.#under += 1;
          if (this.#under > 10) return new Promise<never>(() => {});
          await wait(aMoment);
          return super.answer(...request).finally(() => {
            this.#under -= 1;
          });
        }
      },
  },
  {
    breaks: 'freezing',
    says: 'leaves the version as it is with a freeze',
    made: (Right) =>
      class extends Right {
        override async freeze(given: Message) {
          const version = this.cards.get(given.cardNumber)?.version ?? 0;
          const answer = await super.freeze(given);
          const card = this.cards.get(given.cardNumber);
          if (card) card.version = version;
          return answer;
        }
      },
  },
  {
    breaks: 'unfreezing',
    says: 'shows a card from a copy that lags behind',
    made: (Right) =>
      class extends Right {
        #before: { of: string; shown: object } | undefined;
        override async unfreeze(given: Message) {
          const shown = await super.lookUp(given);
          const done = await super.unfreeze(given);
          if ('version' in done) this.#before = { of: given.cardNumber, shown };
          return done;
        }
        override async lookUp(given: Message) {
          const before = this.#before;
          this.#before = undefined;
          return before?.of === given.cardNumber ? before.shown : super.lookUp(given);
        }
      },
  },
  {
    breaks: 'wrongVersion',
    says: 'takes any version of the card',
    made: (Right) =>
      class extends Right {
        override unfreeze(given: Message) {
          return super.unfreeze({ ...given, version: this.cards.get(given.cardNumber)?.version ?? 0 });
        }
      },
  },
  {
    breaks: 'wrongReservedVersion',
    says: 'takes any version of the reserved information',
    made: (Right) =>
      class extends Right {
        override unfreeze(given: Message) {
          return super.unfreeze({ ...given, reservedVersion: 1 });
        }
      },
  },
  {
    breaks: 'notFrozen',
    says: 'unfreezes a card that is not frozen',
    made: (Right) =>
      class extends Right {
        override async unfreeze(given: Message) {
          const card = this.cards.get(given.cardNumber);
          if (isUnknown(card) || card.isClosed || card.freezes.size > 0) return super.unfreeze(given);
          card.version += 1;
          return { outcome: 'unfrozen', version: card.version };
        }
      },
  },
  {
    breaks: 'unfreezesOnce',
    says: 'compares the version, and lifts a moment later',
    made: (Right) =>
      class extends Right {
        override async unfreeze(given: Message) {
          const card = this.cards.get(given.cardNumber);
          if (isUnknown(card) || card.version !== given.version || card.freezes.size === 0)
            return super.unfreeze(given);
          await wait(aMoment);
          await super.unfreeze(given);
          return { outcome: 'unfrozen', version: card.version };
        }
      },
  },
  {
    breaks: 'freezeStands',
    says: 'lifts what has come since the version was compared',
    made: (Right) =>
      class extends Right {
        override async unfreeze(given: Message) {
          const card = this.cards.get(given.cardNumber);
          if (isUnknown(card) || card.version !== given.version) return super.unfreeze(given);
          await wait(aMoment);
          return super.unfreeze({ ...given, version: card.version });
        }
      },
  },
  {
    breaks: 'sameKey',
    says: 'forgets every key',
    made: (Right) =>
      class extends Right {
        override once(_key: string, _request: string, does: () => Promise<object>) {
          return does();
        }
      },
  },
  {
    breaks: 'sameKeyAtOnce',
    says: 'knows a key only when its request is done',
    made: (Right) =>
      class extends Right {
        override async once(key: string, request: string, does: () => Promise<object>) {
          if (this.answers.has(key)) return super.once(key, request, does);
          await wait(aMoment);
          const answer = does();
          this.answers.set(key, { request, answer });
          return answer;
        }
      },
  },
  {
    breaks: 'sameKeyOtherRequest',
    says: 'takes a key for the whole request',
    made: (Right) =>
      class extends Right {
        override once(key: string, _request: string, does: () => Promise<object>) {
          return super.once(key, '', does);
        }
      },
  },
  {
    breaks: 'keyMissing',
    says: 'does not miss a key',
    made: (Right) =>
      class extends Right {
        #next = 0;
        override answer(...[path, headers, body]: Parameters<FullCardSystem['answer']>) {
          this.#next += 1;
          return super.answer(path, { 'idempotency-key': `own-${this.#next}`, ...headers }, body);
        }
      },
  },
  {
    breaks: 'messageRefused',
    says: 'answers 500 to what it cannot understand',
    made: (Right) =>
      class extends Right {
        override async answer(...request: Parameters<FullCardSystem['answer']>) {
          const said = await super.answer(...request).catch(() => ({ status: 400, body: {} }));
          return said.status === 400 ? { ...said, status: 500 } : said;
        }
      },
  },
  {
    breaks: 'cutAnswer',
    says: 'gives a key another answer every other time',
    made: (Right) =>
      class extends Right {
        override async once(key: string, request: string, does: () => Promise<object>) {
          const isKnown = this.answers.has(key);
          const answer = await super.once(key, request, does);
          return isKnown && answer && 'version' in answer ? { outcome: 'notUnfrozen' } : answer;
        }
      },
  },
  {
    breaks: 'cutRequest',
    says: 'takes the key of half a request for used',
    made: (Right) =>
      class extends Right {
        override async answer(...[path, headers, body]: Parameters<FullCardSystem['answer']>) {
          const key = headers['idempotency-key'];
          const read = () =>
            body().catch((error: unknown) => {
              const answer = Promise.resolve({ outcome: 'notUnfrozen' });
              if (typeof key === 'string') this.answers.set(key, { request: 'half', answer });
              throw error;
            });
          return super.answer(path, headers, read);
        }
      },
  },
  {
    breaks: 'slowRequest',
    says: 'serves one after the other',
    made: (Right) =>
      class extends Right {
        #last: Promise<unknown> = Promise.resolve();
        override answer(...request: Parameters<FullCardSystem['answer']>) {
          const answer = this.#last.then(() => super.answer(...request));
          this.#last = answer.catch(() => undefined);
          return answer;
        }
      },
  },
  {
    breaks: 'rightPassword',
    says: 'hands the verifier of another password over',
    made: (Right) =>
      class extends Right {
        override verifierOf() {
          return super.verifierOf('000001');
        }
      },
  },
  {
    breaks: 'wrongPasswordsFreeze',
    says: 'counts no wrong password',
    made: (Right) =>
      class extends Right {
        override async notePassword() {
          return { noted: true };
        }
      },
  },
  {
    breaks: 'countsOnce',
    says: 'counts a wrong password again under its key',
    made: (Right) =>
      class extends Right {
        override async once(key: string, request: string, does: () => Promise<object>) {
          return request.startsWith('password') ? does() : super.once(key, request, does);
        }
      },
  },
  {
    breaks: 'rightResets',
    says: 'never begins to count anew',
    made: (Right) =>
      class extends Right {
        override async unfreeze(given: Message) {
          const wrong = this.cards.get(given.cardNumber)?.wrongPasswords ?? 0;
          const done = await super.unfreeze(given);
          const card = this.cards.get(given.cardNumber);
          if (card) card.wrongPasswords = wrong;
          return done;
        }
      },
  },
  {
    breaks: 'nothingElseResets',
    says: 'begins to count anew with every unfreezing',
    made: (Right) =>
      class extends Right {
        override async unfreeze(given: Message) {
          const done = await super.unfreeze(given);
          const card = this.cards.get(given.cardNumber);
          if (card && 'version' in done) card.wrongPasswords = 0;
          return done;
        }
      },
  },
];

/** A card system that is wrong in these ways. */
export function wrong(breaks: readonly string[]): FullCardSystem {
  const Wrong = wrongWays
    .filter((way) => breaks.includes(way.breaks))
    .reduce<Full>((Right, { made }) => made(Right), FullCardSystem);
  return new Wrong(token, cards());
}
