import { isDeepStrictEqual } from 'node:util';
import { holds } from './outcomes.ts';
import type { Promised } from './promise.ts';
import { checkedAnswer, isInProgress, versionsOf } from './testedBank.ts';

const runners = 4;

/** The promises about requests that are repeated, broken or never finished. */
export const repeating: readonly Promised[] = [
  {
    id: 'sameKey',
    says: 'gives the same key with the same request the first answer, and has no effect a second time',
    async try(bank) {
      const frozen = await bank.frozen('customerRequest');
      const message = bank.unfreezing(versionsOf(frozen));
      const [unfreezing, freezing] = [bank.newKey(), bank.newKey()];
      const first = await bank.ask('unfreezings', message, { key: unfreezing });
      await bank.freeze('customerRequest', { key: freezing });
      const between = await bank.card();
      const second = await bank.ask('unfreezings', message, { key: unfreezing });
      holds(
        isDeepStrictEqual(second, first),
        'an unfreezing under its key was answered otherwise the second time',
      );
      holds(
        (await bank.card()).version === between.version,
        'an unfreezing under its key had an effect again',
      );
      await bank.active();
      await bank.freeze('customerRequest', { key: freezing });
      holds((await bank.card()).status === 'active', 'a freezing under its key had an effect again');
    },
  },
  {
    id: 'sameKeyAtOnce',
    says: `has one effect where the same key comes ${runners} times at the same moment`,
    async try(bank) {
      const frozen = await bank.frozen('customerRequest');
      const [key, message] = [bank.newKey(), bank.unfreezing(versionsOf(frozen))];
      const all = await Promise.all(
        Array.from({ length: runners }, () => bank.hear('unfreezings', message, { key })),
      );
      for (const heard of all.filter((one) => !isInProgress(one)))
        holds(
          checkedAnswer('unfreezings', heard).outcome === 'unfrozen',
          'one of the same requests was told that nothing was lifted',
        );
      const { outcome } = await bank.askAgain('unfreezings', message, key);
      holds(outcome === 'unfrozen', 'afterwards the key was told that nothing was lifted');
    },
  },
  {
    id: 'sameKeyOtherRequest',
    says: 'answers 422 where a key comes with another request',
    async try(bank) {
      const frozen = await bank.frozen('customerRequest');
      const [key, message] = [bank.newKey(), bank.unfreezing(versionsOf(frozen))];
      await bank.ask('unfreezings', message, { key });
      const other = await bank.hear('unfreezings', { ...message, version: message.version + 1 }, { key });
      holds(other.status === 422, `a key with another request was answered with ${other.status}`);
    },
  },
  {
    id: 'keyMissing',
    says: 'refuses what has an effect without an Idempotency-Key, and does nothing',
    async try(bank) {
      const frozen = await bank.frozen('customerRequest');
      const { status } = await bank.hear('unfreezings', bank.unfreezing(versionsOf(frozen)));
      holds(status >= 400 && status < 500, `an unfreezing without a key was answered with ${status}`);
      holds((await bank.card()).status === 'frozen', 'an unfreezing without a key was done');
    },
  },
  {
    id: 'messageRefused',
    says: 'refuses what it cannot understand with a problem that has a code',
    async try(bank) {
      for (const body of [
        '',
        '{',
        '[]',
        '{"cardNumber":5}',
        JSON.stringify({ cardNumber: '6'.repeat(60_000) }),
      ]) {
        const { status, body: said } = await bank.line.post('card-look-ups', body);
        const what =
          body.length > 20 ? 'a card number of 60,000 digits' : `the body ${body || 'that is empty'}`;
        holds(status >= 400 && status < 500, `${what} was answered with ${status}`);
        holds(typeof Object(said).code === 'string', `${what} was refused without a code`);
      }
    },
  },
  {
    id: 'cutAnswer',
    says: 'gives an answer that was lost when the same request comes again, and has done it once',
    async try(bank) {
      const frozen = await bank.frozen('customerRequest');
      const [key, message] = [bank.newKey(), bank.unfreezing(versionsOf(frozen))];
      await bank.hear('unfreezings', message, { key, cut: 'beforeAnswer' });
      const again = await bank.askAgain('unfreezings', message, key);
      holds(again.outcome === 'unfrozen', 'a request whose answer was lost was told that nothing was lifted');
      holds((await bank.card()).version === again.version, 'a request whose answer was lost was done twice');
    },
  },
  {
    id: 'cutRequest',
    says: 'does nothing for half a request, and goes on',
    async try(bank) {
      const frozen = await bank.frozen('customerRequest');
      const [key, message] = [bank.newKey(), bank.unfreezing(versionsOf(frozen))];
      await bank.hear('unfreezings', message, { key, cut: 'inBody' });
      holds((await bank.card()).version === frozen.version, 'half a request has changed the card');
      const whole = await bank.askAgain('unfreezings', message, key);
      holds(whole.outcome === 'unfrozen', 'the whole request was not done after half of it had come');
    },
  },
  {
    id: 'slowRequest',
    says: 'answers others while a request comes slowly, and that one too',
    async try(bank) {
      const { cardNumber } = bank.cards;
      const { promise: othersAnswered, resolve } = Promise.withResolvers<void>();
      const slowly = bank.hear('card-look-ups', { cardNumber }, { halfAfter: othersAnswered });
      const wasAnswered = await bank.card().then(
        () => true,
        () => false,
      );
      resolve();
      const heard = await slowly;
      holds(wasAnswered, 'others had to wait for a request that came slowly');
      checkedAnswer('card-look-ups', heard);
    },
  },
];
