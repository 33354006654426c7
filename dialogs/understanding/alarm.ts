import { utteranceText } from '../../kit/customerText.ts';
import { type AlarmContext, type AlarmKind, patternOf, rowsOf } from '../../words/heard.ts';
import { contextsIn } from './alarmContext.ts';
import { conceptsIn } from './concepts.ts';
import { namesReport, reportsLoss } from './guard.ts';
import type { Intent } from './intents.ts';
import { isDisowning } from './notMe.ts';
import { plainText } from './plainText.ts';
import { understand } from './understand.ts';

/**
 * How a message reads to whoever has just been told of an unfreezing.
 * - `certain`: it denies, wants the card frozen again, asks who has done it, or reports a theft
 * - `doubtful`: it may be that, and may be something else
 * - `faint`: a bare no, or a cry: that too, unless it answers what was asked
 */
export type Alarm = 'certain' | 'doubtful' | 'faint';

/** Intents that cry out or refuse, where nobody has asked anything. */
const refusing: readonly Intent[] = ['deny', 'cancel', 'repeat'];
/** Intents that say more than an answer does once they are shouted. */
const loud: readonly Intent[] = ['deny', 'none', 'help', 'cancel', 'repeat'];
const harmless: readonly Intent[] = ['affirm', 'thanks', 'greet'];
export const alarmWords = rowsOf((heard) => heard.alarms.alarms);
const noRefusal = patternOf((heard) => heard.alarms.noRefusal);
/** Pictures that cry. */
const crying = /😱|😨|😰|😡|🤬|😠|🆘|🚨|👮|😤|😢|😭|🙀|🛑|🚫|⛔|❗|‼|⁉|❓|😳|🤯/u;
/** Concepts of what customers write about otherwise. */
const otherMatters: readonly string[] = [
  ...['banking', 'otherThing', 'otherCard', 'smallTalk'],
  ...['where', 'paying', 'language', 'person'],
];

/**
 * What of it is an alarm, if anything. It decides nothing by itself: only beside an unfreezing does it mean one.
 * @param intent what it was understood as, where somebody has done that
 */
export function alarmIn(text: string, intent?: Intent): Alarm | undefined {
  if (isDisowning(text)) return 'certain';
  const start = utteranceText(text);
  const plain = plainText(start);
  const contexts = contextsIn(plain);
  const kinds = kindsIn(plain);
  if (contexts.has('noFreeze')) kinds.delete('freezes');
  return kinds.size > 0
    ? ofWords(kinds, contexts)
    : withoutWords(start, plain, contexts, intent ?? understand(start).intent);
}

/** Whether it says that the unfreezing was the customer's own. @param intent as `alarmIn` has it */
export function ownsUpIn(text: string, intent?: Intent): boolean {
  const plain = plainText(utteranceText(text));
  return contextsIn(plain).has('ownsUp') && alarmIn(text, intent) === undefined;
}

/** Whether it tells of a theft, a loss or a wish to freeze as well, which stands like every report. */
export function alsoReports(text: string): boolean {
  const plain = plainText(utteranceText(text));
  return namesReport(plain) || kindsIn(plain).has('reports');
}

/** Whether it speaks of something that no receipt brings up: a balance, an address, small talk. */
export function namesOtherMatter(text: string): boolean {
  const concepts = conceptsIn(plainText(utteranceText(text)));
  return otherMatters.some((matter) => concepts.includes(matter));
}

function kindsIn(plain: string): Set<AlarmKind> {
  return new Set(alarmWords.filter(({ when }) => when.test(plain)).map(({ kind }) => kind));
}

function ofWords(kinds: ReadonlySet<AlarmKind>, contexts: ReadonlySet<AlarmContext>): Alarm | undefined {
  if (contexts.has('ownsUp') && !kinds.has('freezes') && !kinds.has('reports'))
    return kinds.has('denies') ? 'doubtful' : undefined;
  const onlyWonders = kinds.size === 1 && kinds.has('wonders');
  const onlyAsks = contexts.has('asks') && !contexts.has('atOnce');
  const isAbout = kinds.has('denies') || kinds.has('asksWho');
  if (onlyWonders || (onlyAsks && !isAbout)) return 'doubtful';
  return contexts.has('wantsIt') && !kinds.has('reports') ? 'doubtful' : 'certain';
}

function withoutWords(
  start: string,
  plain: string,
  contexts: ReadonlySet<AlarmContext>,
  intent: Intent,
): Alarm | undefined {
  if (contexts.has('ownsUp')) return undefined;
  if (harmless.includes(intent)) return crying.test(start) ? 'faint' : undefined;
  if (intent === 'freezeOrReport' || reportsLoss(plain)) return likeReport(plain, contexts);
  if (isShouted(start) && loud.includes(intent)) return 'doubtful';
  return (refusing.includes(intent) && !noRefusal.test(plain)) || isCry(start) ? 'faint' : undefined;
}

/** Likeness to a report is enough to ask; without the words of one it freezes nothing. */
function likeReport(plain: string, contexts: ReadonlySet<AlarmContext>): Alarm | undefined {
  if (contexts.has('noFreeze') || contexts.has('noReport')) return undefined;
  return namesReport(plain) && !contexts.has('asks') ? 'certain' : 'doubtful';
}

/** Capitals, several marks, a picture: louder than an answer. */
function isShouted(text: string): boolean {
  if (/[!！][^!！]*[!！]/.test(text) || /[?？]{2}|[?？][!！]|[!！][?？]/.test(text)) return true;
  const letters = text.replace(/[^\p{L}]/gu, '');
  return crying.test(text) || (/^[A-Z]{5,}$/.test(letters) && /\s/.test(text.trim()));
}

/** Whether a text consists of marks and pictures that cry. */
function isCry(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) && (crying.test(text) || /[?？!！]/.test(text));
}
