import { counted } from '../kit/counted.ts';
import type { Released } from '../services/cardSystem/cardOperations.ts';
import type { CardOnFile } from '../services/cardSystem/cardSystem.ts';
import type { FreezeReason } from '../services/contract/freezeReason.ts';
import type { HandOutcome } from '../services/processor/openUnfreezings.ts';

/** What commands say of work that is done, whether at once or with a second person's approval. */
export const said = {
  released({ released, failures }: Released): string {
    const forgotten = `${counted(failures, 'failed attempt')} of the card and its customer forgotten`;
    if (released) return `released: ${forgotten}\n`;
    return failures > 0 ? `there was no lock; ${forgotten}\n` : 'nothing changed: there was no lock\n';
  },
  lifted: (reason: FreezeReason, { status, freezes }: CardOnFile): string =>
    status === 'frozen'
      ? `lifted: ${reason}; still frozen for ${freezes.join(', ')}\n`
      : `lifted: ${reason}; the card is ${status}\n`,
  notFrozenFor: (reason: FreezeReason): string => `nothing changed: it is not frozen for ${reason}\n`,
  settled: (outcome: HandOutcome): string => `settled: ${outcome}\n`,
  noReceipt: 'the card could not be looked up, so that no receipt goes out: tell the customer\n',
  rotated: (next: string): string => `rotated; ${next}\n`,
  announced: 'announced, and not in use yet: put the file on every machine, then rotate\n',
  rewrapped: (rows: number): string =>
    `rewrapped ${rows} rows; the older keys are destroyed: replace your copy of the key file\n`,
  anchorKeyMade: 'made: `npx thawline audit key` prints it\n',
  fourEyesOff:
    'no second person is needed from now on; take FOUR_EYES out of the services’ settings before they start again\n',
  copied: (file: string): string => `copied to ${file}: take it to where no copy of the database is\n`,
};
