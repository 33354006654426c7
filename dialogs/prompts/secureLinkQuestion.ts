import type { TurnContext } from 'botbuilder';
import type { MessageId } from '../../words/conversation.ts';
import type { DialogContext, DialogTurnResult } from '../state/sdkDialogs.ts';
import type { Speaker } from '../state/speaker.ts';
import { chosenOf, type Utterance, utteranceOf } from '../state/utterance.ts';
import type { Intent } from '../understanding/intents.ts';
import { saysYes } from '../understanding/yes.ts';
import { asksForLink } from './linkWish.ts';
import { type Answer, type OpenQuestion, Question } from './question.ts';

/** A link that was sent, by its authentication request, and what the customer was last told about it. */
export type LinkSent = {
  id: string;
  standing: 'sent' | 'onItsWay' | 'open' | 'over';
  /** A code was sent in its place, since no address may stand in a text to that telephone. */
  by?: 'code';
};

/** The customer's wish: the state of the link, another link, or to leave. */
export type LinkReply = 'status' | 'newLink' | 'stop';

const offered = {
  sent: ['choice.linkDone', 'choice.cancel'],
  onItsWay: ['choice.linkDone', 'choice.cancel', 'choice.agent'],
  open: ['choice.linkDone', 'choice.newLink', 'choice.cancel', 'choice.agent'],
  over: ['choice.newLink', 'choice.cancel', 'choice.agent'],
} as const satisfies Record<LinkSent['standing'], readonly MessageId[]>;

/** The sentences for a code in place of a link. */
const ofCode = {
  sent: 'secureCode.sent',
  onItsWay: 'secureCode.onItsWay',
  open: 'secureLink.open',
  over: 'secureCode.over',
} as const satisfies Record<LinkSent['standing'], MessageId>;

const own = ['choice.linkDone', 'choice.newLink', 'choice.newCode', 'choice.cancel'] as const;

/**
 * Waits for a customer who is busy on the secure form's page. Whatever they say when they are back asks how it stands,
 * and so does a silence, which here is no trouble, and the end of the link itself.
 */
export class SecureLinkQuestion extends Question<LinkSent, LinkReply> {
  static readonly id = 'secureLink';
  override readonly takes: readonly Intent[] = [
    'affirm',
    'deny',
    'thanks',
    'greet',
    'cancel',
    'cardStatus',
    'unfreeze',
    'howToUnfreeze',
  ];
  protected readonly offer = 'authentication.offerAgent';

  constructor(parts: { speaker: Speaker }) {
    super(SecureLinkQuestion.id, parts);
  }

  help(): MessageId {
    return 'secureLink.help';
  }

  why(): MessageId {
    return 'secureLink.help';
  }

  override async continueDialog(dialogContext: DialogContext): Promise<DialogTurnResult> {
    const { found } = utteranceOf(dialogContext.context.activity);
    const asks = found?.what === 'silence' || found?.what === 'linkConcluded';
    return asks ? this.answered(dialogContext, 'status') : super.continueDialog(dialogContext);
  }

  protected async ask(turnContext: TurnContext, about: LinkSent): Promise<void> {
    const { standing, by } = about;
    // Asked again, it must not sound as if another had been sent.
    if (standing === 'sent' || standing === 'onItsWay') about.standing = 'open';
    const choices = offered[standing].map((choice) =>
      by === 'code' && choice === 'choice.newLink' ? 'choice.newCode' : choice,
    );
    const sentence = by === 'code' ? ofCode[standing] : (`secureLink.${standing}` as const);
    await this.speaker.say(turnContext, sentence, {}, { choices });
  }

  /** Here everything asks how it stands, so that only what is plainly meant for it is kept from others. */
  override recognises({ intent }: Utterance): boolean {
    return this.takes.includes(intent);
  }

  protected hear(said: Utterance, { standing }: LinkSent): Answer<LinkReply, never> {
    const { words, intent, passing } = said;
    const choice = chosenOf(said, own);
    if (choice === 'choice.newLink' || choice === 'choice.newCode' || asksForLink(said))
      return { value: 'newLink' };
    if (choice === 'choice.cancel') return { value: 'stop' };
    if (choice === 'choice.linkDone' || passing === 'linkMissing') return { value: 'status' };
    if (intent === 'cancel' || (standing === 'over' && intent === 'deny')) return { value: 'stop' };
    return { value: standing === 'over' && saysYes(words) ? 'newLink' : 'status' };
  }

  /** Asks again; no answer is wrong here. */
  protected async askAgain(turnContext: TurnContext, about: LinkSent): Promise<void> {
    await this.ask(turnContext, about);
  }
}

/** Whether this answers the wait for a link, although it would mean something else elsewhere. */
export function isForLink(said: Utterance): boolean {
  return chosenOf(said, own) !== undefined || asksForLink(said) || said.passing === 'linkMissing';
}

/** Whether the conversation waits for who enters a code from a text elsewhere. */
export function awaitsCode(open: OpenQuestion | undefined): boolean {
  return open?.id === SecureLinkQuestion.id && (open.about as LinkSent).by === 'code';
}
