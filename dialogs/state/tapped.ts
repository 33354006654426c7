import type { Language } from '../../kit/language.ts';
import type { MessageId } from '../../words/conversation.ts';
import type { Intent } from '../understanding/intents.ts';

/** The meaning of a quick reply that no open question asks for. `wanted`: the language that it chooses. */
type Meaning = { intent: Intent; wanted?: Language; namesReport?: true };

type QuickReply = Exclude<Extract<MessageId, `choice.${string}`>, 'choice.card'>;

/** One row for each label, so that no label must be understood: "I have finished" reads like a report of a loss. */
const meanings: Readonly<Record<QuickReply, Meaning>> = {
  'choice.cardStatus': { intent: 'cardStatus' },
  'choice.unfreeze': { intent: 'unfreeze' },
  'choice.howToUnfreeze': { intent: 'howToUnfreeze' },
  'choice.agent': { intent: 'agent' },
  // Only to a receipt do they answer: elsewhere they must not be a yes or a no to something else.
  'choice.itWasMe': { intent: 'none' },
  'choice.notMe': { intent: 'none' },
  // Only where a report of a loss stands does it mean anything.
  'choice.cardFound': { intent: 'none' },
  // At a question it is asked back before it counts, as every report without a word of one.
  'choice.report': { intent: 'freezeOrReport' },
  // Freeze or unfreeze was asked: here it is no likeness any more.
  'choice.freeze': { intent: 'freezeOrReport', namesReport: true },
  // Only where the card was said to be another's does it mean anything.
  'choice.ownCard': { intent: 'none' },
  'choice.yes': { intent: 'affirm' },
  'choice.no': { intent: 'deny' },
  'choice.goOn': { intent: 'none' },
  'choice.stop': { intent: 'cancel' },
  'choice.whyAsked': { intent: 'whyAsked' },
  'choice.cancel': { intent: 'cancel' },
  'choice.language.zhHans': { intent: 'changeLanguage', wanted: 'zh-Hans' },
  'choice.language.zhHant': { intent: 'changeLanguage', wanted: 'zh-Hant' },
  'choice.language.en': { intent: 'changeLanguage', wanted: 'en' },
  'choice.linkDone': { intent: 'none' },
  'choice.newLink': { intent: 'none' },
  'choice.newCode': { intent: 'none' },
  'choice.consent': { intent: 'affirm' },
  'choice.noConsent': { intent: 'deny' },
  'choice.elsewhere': { intent: 'none' },
  'choice.goOnHere': { intent: 'none' },
  'choice.beginAnew': { intent: 'startOver' },
  // Only while one waits for a person, or talks with one, do they mean anything.
  'choice.backToBot': { intent: 'none' },
  'choice.callBack': { intent: 'agent' },
};

/** The tapped choice, where the words are the label of a quick reply, which channels send back. */
export function tapped(label: MessageId | undefined): Meaning | undefined {
  return label !== undefined && Object.hasOwn(meanings, label) ? meanings[label as QuickReply] : undefined;
}
