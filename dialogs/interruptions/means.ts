import type { ConversationProperties } from '../state/conversationState.ts';
import type { DialogDependencies } from '../state/dialogDependencies.ts';
import { ordinaryTopics } from '../understanding/topics.ts';
import { Closing } from './closing.ts';
import { Freezing } from './freezing.ts';
import { Handoffs } from './handoff.ts';
import type { Means } from './listener.ts';
import { Moving } from './moving.ts';
import { StandingBehalf } from './standingBehalf.ts';
import { StandingLock } from './standingLock.ts';
import { StandingReport } from './standingReport.ts';

/** Makes the means of the listeners, each from those before it. */
export function meansOf(parts: DialogDependencies, properties: ConversationProperties): Means {
  const lock = new StandingLock(parts, properties);
  const freezing = new Freezing(parts, properties);
  const handoff = new Handoffs({ ...parts, lock, freezing }, properties);
  const report = new StandingReport({ ...parts, handoff, freezing }, properties);
  const moving = new Moving({ ...parts, report }, properties);
  const behalf = new StandingBehalf(parts, properties);
  const closing = new Closing(parts, properties);
  const { topics = ordinaryTopics } = parts;
  return { ...parts, ...properties, freezing, handoff, report, behalf, lock, moving, closing, topics };
}
