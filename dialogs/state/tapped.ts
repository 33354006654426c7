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
  // Answers to a receipt alone. Anywhere else they must not count as a yes or a no.
  'choice.itWasMe': { intent: 'none' },
  'choice.notMe': { intent: 'none' },
  // Means something only while a report of a loss is open.
  'choice.cardFound': { intent: 'none' },
  // Is asked back before it counts, like every report that does not name a loss.
  'choice.report': { intent: 'freezeOrReport' },
  // Freeze or unfreeze was asked: here it is no likeness any more.
  'choice.freeze': { intent: 'freezeOrReport', namesReport: true },
  // Means something only after the card was said to be somebody else's.
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
  // Mean something only while the customer waits for a person or talks with one.
  'choice.backToBot': { intent: 'none' },
  'choice.callBack': { intent: 'agent' },
  // Answers to whether it is solved alone.
  'choice.solved': { intent: 'none' },
  'choice.notSolved': { intent: 'none' },
};

/** The tapped choice, where the words are the label of a quick reply, which channels send back. */
export function tapped(label: MessageId | undefined): Meaning | undefined {
  return label !== undefined && Object.hasOwn(meanings, label) ? meanings[label as QuickReply] : undefined;
}
