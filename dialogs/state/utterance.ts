import type { Activity } from 'botbuilder';
import type { Language } from '../../kit/language.ts';
import type { MessageId } from '../../words/conversation.ts';
import { ordinarySentences, type Sentences } from '../messages/wording.ts';
import type { Doubt } from '../understanding/doubts.ts';
import { type Heard, type HeardWish, heard } from '../understanding/heard.ts';
import type { Intent } from '../understanding/intents.ts';
import type { Passing } from '../understanding/passing.ts';
import { passingIn } from '../understanding/passingIn.ts';
import { understand } from '../understanding/understand.ts';
import { tapped } from './tapped.ts';

/**
 * What came in one turn: the words, what the edge found beside them, and what they were understood as. `wanted` is the
 * language that `changeLanguage` asks for, if it was named; `namesReport` and `between` and `confidence`
 * as the understanding has them; `passing` what is said in passing; `label` is the quick reply that they are the label of:
 * what the bot itself offers needs no understanding.
 */
export type Utterance = {
  words: string;
  found: Heard | undefined;
  intent: Intent;
  wanted?: Language;
  namesReport?: true;
  label?: MessageId;
  confidence?: number;
  between?: Doubt;
  passing?: Passing;
};

/** The certainty of a key or a tap, which needs no understanding of words. */
const intents: Record<HeardWish['wish'], Intent> = {
  repeat: 'repeat',
  // A greeting in the middle of something only brings the open question back.
  ask: 'greet',
  person: 'agent',
  // Means something only where a link can be sent.
  elsewhere: 'none',
  changeLanguage: 'changeLanguage',
};

/** The utterances by activity. They cannot be passed as arguments, since the SDK calls the dialogs. */
const utterances = new WeakMap<Activity, Utterance>();

/**
 * What came in this turn. It is understood once, however many ask for it.
 * @param sentences that the bot speaks with; whoever asks first knows them
 */
export function utteranceOf(activity: Activity, sentences: Sentences = ordinarySentences): Utterance {
  const known = utterances.get(activity);
  if (known) return known;
  const made = read(activity, sentences);
  utterances.set(activity, made);
  return made;
}

/** Replaces the utterance of a turn. */
export function readAs(activity: Activity, words: string, sentences: Sentences): void {
  utterances.set(activity, read({ ...activity, text: words }, sentences));
}

/** The quick reply that was sent back; undefined where it is none of these. */
export function chosenOf<Choice extends MessageId>(
  { label }: Pick<Utterance, 'label'>,
  choices: readonly Choice[],
): Choice | undefined {
  return choices.find((choice) => choice === label);
}

type Understood = Pick<Utterance, 'intent' | 'wanted' | 'namesReport' | 'between' | 'confidence'>;

function read(activity: Activity, sentences: Sentences): Utterance {
  const found = heard(activity);
  if (found?.what === 'wish') {
    const wanted = found.wish === 'changeLanguage' ? { wanted: found.language } : {};
    return { words: '', found, intent: intents[found.wish], ...wanted };
  }
  const { text = '' } = activity;
  // The bot's own sentences hold "yes" and "unfreeze", and mean neither where somebody sends one back.
  const words = sentences.areOwnWords(text) ? '' : text;
  const label = sentences.labelled(words);
  const { intent, wanted, namesReport, between, confidence }: Understood = tapped(label) ?? understand(words);
  const passing = passingIn(words);
  return {
    ...{ words, found, intent },
    ...(wanted && { wanted }),
    ...(namesReport && { namesReport }),
    ...(label && { label }),
    ...(confidence !== undefined && { confidence }),
    ...(between && { between }),
    ...(passing && { passing }),
  };
}
