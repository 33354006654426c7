import { confirmsReport, ReportQuestion } from '../prompts/reportQuestion.ts';
import { codeAsked } from './code.ts';
import { link } from './link.ts';
import type { Listener, Means, Turn } from './listener.ts';
import { over } from './outcome.ts';
import { asksWhich } from './unsure.ts';

type Used = 'handoff' | 'moving' | 'report' | 'spokenOf' | 'speaker' | 'notUnderstood';

/**
 * A loss, a theft or a fraud is told of, or a freeze is wished for: whatever else the words hold, nothing that was open
 * goes on, and a person has the case. Nothing else looks for it. What only reads like one in the middle of something is
 * asked back before anything is thrown away, and so is what may be the contrary.
 */
export const report: Listener<Used> = async (turn, means) => {
  const { context, said, open } = turn;
  const isAsked = open?.id === ReportQuestion.id;
  const reads = said.intent === 'freezeOrReport';
  const isCertain = (reads && said.namesReport) || (isAsked && (reads || confirmsReport(said)));
  if (!reads && !isCertain) return undefined;
  if (!isCertain && (await isOfLinkOrCode(turn, means))) return undefined;
  if (open && !isCertain) return { next: 'askFirst', question: ReportQuestion.id, about: {} };
  // Where a report stands already, what sounds like one is about that.
  const isUnsure = !isCertain && !(await means.report.stands(context));
  const asked = isUnsure ? await asksWhich(turn, means) : undefined;
  if (asked) return asked;
  await means.handoff.ofReport(context, open);
  return over;
};

/** Whether it is about a link or a code: needing one, or not having received it, sounds like a loss and is none. */
async function isOfLinkOrCode(turn: Turn, means: Pick<Means, 'moving' | 'spokenOf'>): Promise<boolean> {
  if (turn.said.found?.what === 'caseCode') return true;
  return (await codeAsked(turn, means)) !== undefined || (await link(turn, means)) !== undefined;
}
