import * as z from 'zod';
import type { CommandTerminal } from '../kit/command.ts';
import { Instant } from '../kit/time.ts';
import type { Decides } from '../services/approvals/approvals.ts';
import { CardOperations } from '../services/cardSystem/cardOperations.ts';
import type { ByHand } from '../services/contract/byHand.ts';
import { CardReference } from '../services/contract/card.ts';
import { FreezeReason } from '../services/contract/freezeReason.ts';
import { handOutcomes } from '../services/contract/handOutcomes.ts';
import { Resending } from '../services/notifications/resending.ts';
import { cut } from './auditCutCommand.ts';
import { changeKeys, keyChanges, rewrapAll } from './keyWork.ts';
import { resultTexts, waysOf, whatStays } from './resultTexts.ts';
import { droppableNames, rotatableNames } from './rotatableKeys.ts';
import type { OpenBank } from './withBank.ts';

const nothing = z.strictObject({});

/** The subject of each kind of work that needs a second person where FOUR_EYES is on. */
const subjects = {
  release: z.strictObject({ card: CardReference, since: Instant }),
  lift: z.strictObject({ card: CardReference, freeze: FreezeReason, since: Instant }),
  resend: z.strictObject({ message: z.string() }),
  settle: z.strictObject({ unfreezing: z.string(), outcome: z.enum(handOutcomes) }),
  keysRotate: z.strictObject({
    key: z.enum(rotatableNames).default('fields'),
    ahead: z.boolean().default(false),
  }),
  keysRewrap: nothing,
  keysDrop: z.strictObject({ key: z.enum(droppableNames) }),
  keysCopy: z.strictObject({ file: z.string() }),
  anchorKey: nothing,
  trailCut: z.strictObject({ archive: z.string(), before: Instant }),
  fourEyesOff: nothing,
} as const;
export type WorkName = keyof typeof subjects;
export type SubjectOf<Name extends WorkName> = z.infer<(typeof subjects)[Name]>;

/** The context of an approval. `by` is the operator who asked, with the name of the one who approves. */
type Approving = { bank: OpenBank; by: ByHand; decides: Decides; terminal: CommandTerminal };

/**
 * A kind of work: its description for the operator who is to approve it, and a function that does it. @returns the
 * message about the result
 */
type Work<Subject> = {
  inWords: (subject: Subject) => string;
  does: (subject: Subject, approving: Approving) => Promise<string>;
};

/**
 * The message about work that is no longer there to do. Its request is decided too, so that nobody approves it later.
 */
const over = 'nothing was done';

const works: { [Name in WorkName]: Work<SubjectOf<Name>> } = {
  release: {
    inWords: ({ card }) => `release the lock of ${card}`,
    async does({ card, since }, { bank, by, decides }) {
      const released = await new CardOperations(bank).release(card, by, { since, decides });
      if (released.released) return resultTexts.released(released, ...waysOf(bank));
      const stays = whatStays(released.card, ...waysOf(bank));
      return `${over}: the lock that it was asked for is over, or more tries have failed since\n${stays}`;
    },
  },
  lift: {
    inWords: ({ card, freeze, since }) => `lift ${freeze} (since ${since}) of ${card}`,
    async does({ card, freeze, since }, { bank, by, decides }) {
      const lifted = await new CardOperations(bank).lift(card, freeze, by, { since, decides });
      if (lifted) return resultTexts.lifted(freeze, lifted);
      return `${over}: the freeze that it was asked for is gone, or another one has come since\n`;
    },
  },
  resend: {
    inWords: ({ message }) => `send the message ${message} again`,
    async does({ message }, { bank, by, decides }) {
      const isDone = await new Resending(bank).resend(message, by, decides);
      return isDone ? resultTexts.resent : `${over}: it is not given up any more\n`;
    },
  },
  settle: {
    inWords: ({ unfreezing, outcome }) => `settle ${unfreezing} as ${outcome}`,
    async does({ unfreezing, outcome }, { bank, by, decides, terminal }) {
      const isOpen = (await bank.openUnfreezings.list()).some(({ id }) => id === unfreezing);
      if (!isOpen) {
        await bank.store.transaction([], (manager) => decides(manager, 'none'));
        return `${over}: its end is known meanwhile\n`;
      }
      const { receipt } = await bank.openUnfreezings.settleByHand(unfreezing, outcome, by, decides);
      if (outcome === 'unfrozen' && !receipt) terminal.err(resultTexts.noReceipt);
      return resultTexts.settled(outcome);
    },
  },
  keysRotate: {
    inWords: ({ key, ahead }) => `keys rotate ${key}${ahead ? ' --ahead' : ''}`,
    does: (which, { bank, by, decides }) => changeKeys(bank, keyChanges.rotate(which), by, decides),
  },
  keysRewrap: {
    inWords: () => 'keys rewrap, which destroys the older keys',
    async does(_, { bank, by, decides, terminal }) {
      await bank.store.transaction([], (manager) => decides(manager, 'done'));
      return resultTexts.rewrapped(await rewrapAll(bank, by, terminal));
    },
  },
  keysDrop: {
    inWords: ({ key }) => `keys drop ${key}, which destroys the keys of before`,
    does: (which, { bank, by, decides }) => changeKeys(bank, keyChanges.drop(which), by, decides),
  },
  keysCopy: {
    inWords: ({ file }) => `keys copy ${file}`,
    does: (where, { bank, by, decides }) => changeKeys(bank, keyChanges.copy(where), by, decides),
  },
  anchorKey: {
    inWords: () => 'audit key --new',
    does: (_, { bank, by, decides }) => changeKeys(bank, keyChanges.anchorKey, by, decides),
  },
  trailCut: {
    inWords: ({ archive, before }) => `audit cut, of what is older than ${before}, into ${archive}`,
    does: (cutting, { bank, ...approving }) => cut(bank, cutting, approving),
  },
  fourEyesOff: {
    inWords: () => 'that no second person is needed any more',
    async does(_, { bank, by, decides }) {
      await bank.store.transaction([], async (manager) => {
        const wasNeeded = await bank.approvals.needNoMore(manager);
        await decides(manager, wasNeeded ? 'done' : 'none');
        if (wasNeeded) await bank.audit.write(manager, bank.clock(), 'fourEyesEnded', by);
      });
      return resultTexts.fourEyesOff;
    },
  },
};

/** A kind of work by its name in a request; undefined for a name of another version. */
export function workNamed(name: string): Work<string> | undefined {
  return isWorkName(name) ? fromJson(name) : undefined;
}

/** The kind of work, started with the JSON that an approval request holds. */
function fromJson<Name extends WorkName>(name: Name): Work<string> {
  const { inWords, does }: Work<SubjectOf<Name>> = works[name];
  const read = (json: string) => subjects[name].parse(JSON.parse(json)) as SubjectOf<Name>;
  return {
    inWords: (json) => inWords(read(json)),
    does: (json, approving) => does(read(json), approving),
  };
}

function isWorkName(name: string): name is WorkName {
  return Object.hasOwn(works, name);
}
