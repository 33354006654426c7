import { join } from 'node:path';
import type { TopicId } from '../../words/topics.ts';
import { reportsLoss } from './guard.ts';
import type { Intent } from './intents.ts';
import { modelsFolder } from './models.ts';
import { hasNoWords, plainText } from './plainText.ts';
import { noTopic } from './topicCorpus.ts';
import { type Guess, readTopicModel, type TopicModel, topicModelFile, topicWords } from './topicModel.ts';
import { yesIn } from './yes.ts';

/** What an utterance was understood as beside its topic. */
type Understood = { words: string; intent: Intent; confidence?: number; namesReport?: true };

/**
 * How sure a topic must be to be what is meant, by what the words are understood as otherwise. An intent that is not here
 * stands wherever it is `firm`.
 */
const least: Partial<Record<Intent, number>> = {
  none: 0.45,
  help: 0.6,
  whyAsked: 0.6,
  howToUnfreeze: 0.6,
  cardStatus: 0.6,
  agent: 0.85,
  freezeOrReport: 0.7,
};
const leastOtherwise = 0.75;
const clearLead = 4;
const leastWithLead = 0.2;
const firm = 0.8;
/** Topics which change whose card it is: an intent as plain as the wish to unfreeze does not outdo them. */
const ofOthers: readonly TopicId[] = ['holderDead', 'relative', 'minor', 'powerOfAttorney'];
/** The only topics that outweigh the wish for a person. */
const besidePerson: readonly TopicId[] = ['complaint', 'phoneNumber', 'holderDead', 'fraudVictim'];
/** A sentence longer than this tells more than a topic. */
const longest = 300;

/** `own`: sentences of the bank's own, as plain texts: each counts where it comes whole. */
type Sources = { model?: () => TopicModel; own?: ReadonlyMap<string, TopicId> };

const ordinaryModel = () => readTopicModel(join(modelsFolder(), topicModelFile));

/** Tells which of the bank's topics a customer asks about. It leads to an answer alone, and never to unfreezing. */
export class Topics {
  readonly #read: () => TopicModel;
  #model: TopicModel | undefined;
  readonly #own: ReadonlyMap<string, TopicId>;
  readonly #known = new WeakMap<object, TopicId | typeof noTopic>();

  constructor({ model = ordinaryModel, own = new Map() }: Sources = {}) {
    this.#read = model;
    this.#own = own;
  }

  /** The topic of what was said, if it has one. It is looked for once a turn, however many ask. */
  of(said: Understood): TopicId | undefined {
    const known = this.#known.get(said) ?? this.#find(said) ?? noTopic;
    this.#known.set(said, known);
    return known === noTopic ? undefined : known;
  }

  /** What the model alone makes of a sentence, be it enough or not. */
  guess(words: string): Guess {
    this.#model ??= this.#read();
    return this.#model.guess(plainText(words));
  }

  #find(said: Understood): TopicId | undefined {
    if (said.words.length > longest || said.words === '') return undefined;
    const plain = plainText(said.words);
    const own = this.#own.get(plain);
    if (own) return own;
    if (hasNoWords(plain)) return undefined;
    // A loss outweighs a topic that is named beside it.
    if (reportsLoss(plain) && !said.namesReport) return undefined;
    if (yesIn(said.words)?.size) return undefined;
    // Read with the first sentence that asks for it: a start need not wait.
    this.#model ??= this.#read();
    const guess = this.#model.guess(plain);
    if (guess.topic === 'whatToBring' && isSurelyHow(said) && !branch?.test(plain)) return undefined;
    return isEnough(guess, said) ? guess.topic : undefined;
  }
}

/** The question how is answered with what is needed here; the topic tells what to bring to a branch. */
const isSurelyHow = ({ intent, confidence = 1 }: Understood) =>
  intent === 'howToUnfreeze' && confidence >= firm;
const branch = topicWords.find(({ name }) => name === 'branch')?.words;

function isEnough(guess: Guess, { intent, confidence: sure = 1, namesReport }: Understood): boolean {
  const { topic, confidence, lead } = guess;
  if (ofOthers.includes(topic) && intent === 'unfreeze') return confidence >= leastOtherwise;
  if (namesReport) return topic === 'fraudVictim' && confidence >= leastOtherwise;
  if (intent === 'agent') return besidePerson.includes(topic) && confidence >= (least.agent ?? 1);
  // Where no intent was understood, a clear lead over all other topics is enough.
  const changesCard = ofOthers.includes(topic) || topic === 'fraudVictim';
  if (intent === 'none' && lead >= clearLead && !changesCard) return confidence >= leastWithLead;
  const enough = least[intent];
  if (enough !== undefined) return confidence >= enough;
  return sure < firm && confidence >= leastOtherwise;
}

/** The topics for banks without sentences of their own. */
export const ordinaryTopics = new Topics();
