import { FreezeQuestion } from '../prompts/freezeQuestion.ts';
import { confirmsReport, ReportQuestion } from '../prompts/reportQuestion.ts';
import { codeAsked } from './code.ts';
import { link } from './link.ts';
import type { ListenedTurn, Listener, Means } from './listener.ts';
import { forTheQuestion } from './outcome.ts';
import { asksWhich } from './unsure.ts';

type Used = 'topics' | 'handoff' | 'moving' | 'report' | 'spokenOf' | 'speaker' | 'notUnderstood';

/**
 * A loss, a theft or a fraud is told of, or a freeze is wished for: whatever else the words hold, nothing that was open
 * goes on, and a person has the case. Nothing else looks for it. What only reads like one in the middle of something is
 * asked back before anything is thrown away, and so is what may be the contrary.
 */
export const report: Listener<Used> = async (turn, means) => {
  const { context, said, open } = turn;
  const isAsked = open?.id === ReportQuestion.id;
  const isVictim =
    means.topics.of(said) === 'fraudVictim' && means.speaker.sentences.has('topic.fraudVictim');
  const reads = said.intent === 'freezeOrReport' || isVictim;
  const isCertain =
    (reads && (said.namesReport || (isVictim && !open))) || (isAsked && (reads || confirmsReport(said)));
  if (!reads && !isCertain) return undefined;
  if (!isCertain && (await isOfLinkOrCode(turn, means))) return undefined;
  // What only sounds like a report and is surely one of the bank's topics is that.
  if (!isCertain && !isVictim && answersTopic(turn, means)) return undefined;
  // A report said twice does not tell which card it is about.
  if (open?.id === FreezeQuestion.id && !said.found) return forTheQuestion;
  if (open && !isCertain) return { next: 'askFirst', question: ReportQuestion.id, about: {} };
  // Where a report is open already, words like a report are about that one.
  const isUnsure = !isCertain && !(await means.report.stands(context));
  const asked = isUnsure ? await asksWhich(turn, means) : undefined;
  if (asked) return asked;
  // A customer who is being cheated needs calm before anything else.
  if (isVictim) await means.speaker.say(context, 'topic.fraudVictim');
  return means.handoff.ofReport(context, open);
};

/** Whether its very words tell of a loss, a theft or a fraud, or wish for a freeze: whoever else is listened to, that is heard. */
export function namesLoss({ said }: ListenedTurn): boolean {
  return said.intent === 'freezeOrReport' && said.namesReport === true;
}

/**
 * Whether a topic goes before a likely report while something is open. Only the topic of whose card it is does: both
 * lead away from unfreezing.
 */
function answersTopic(
  { said, open }: ListenedTurn,
  { topics, speaker }: Pick<Means, 'topics' | 'speaker'>,
): boolean {
  const topic = topics.of(said);
  if (topic === undefined || !speaker.sentences.has(`topic.${topic}`)) return false;
  return !open || topic === 'holderDead' || topic === 'relative';
}

/** Whether it is about a link or a code: needing one, or not having received it, sounds like a loss and is none. */
async function isOfLinkOrCode(
  turn: ListenedTurn,
  means: Pick<Means, 'moving' | 'spokenOf'>,
): Promise<boolean> {
  if (turn.said.found?.what === 'caseCode') return true;
  return (await codeAsked(turn, means)) !== undefined || (await link(turn, means)) !== undefined;
}
