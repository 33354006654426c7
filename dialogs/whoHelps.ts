import type { TurnContext } from 'botbuilder';
import type { Clock } from '../kit/time.ts';
import type { NotYet } from '../services/contract/notYet.ts';
import type { Help } from '../services/contract/unfreezeInstructions.ts';
import { wait } from './messages/duration.ts';
import type { Speaker } from './state/speaker.ts';

type SaysWhoHelpsOptions = { speaker: Speaker; clock: Clock };

const waits = {
  justChanged: 'cardStatus.notYetChanged',
  justFrozen: 'cardStatus.notYetFrozen',
} as const satisfies Record<NotYet['because'], string>;

/**
 * Says who helps with a card that cannot be unfrozen here. Where it only has to wait, says why, how long, and what else
 * there is.
 */
export async function saysWhoHelps(
  { speaker, clock }: SaysWhoHelpsOptions,
  context: TurnContext,
  { lastFour, help, notYet }: { lastFour: string; help: Help; notYet?: NotYet | undefined },
): Promise<void> {
  // The sentence is the same for every freeze, so that it does not give the reason away.
  if (!notYet) return void (await speaker.say(context, 'cardStatus.needsStaff', { lastFour }));
  const left = wait(await speaker.language(context), clock(), new Date(notYet.until));
  await speaker.say(context, waits[notYet.because], { lastFour, wait: left });
  if (help === 'branch') await speaker.say(context, 'cardStatus.notYetElsewhere');
}
