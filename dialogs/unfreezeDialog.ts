import type { Instant } from '../kit/time.ts';
import type { NamedCard } from '../services/contract/card.ts';
import { channelRows } from '../services/contract/channels.ts';
import { type CodePage, codePageContentType } from '../services/contract/codePage.ts';
import type { UserTerminal } from '../services/contract/userTerminal.ts';
import { type Authentication, AuthenticationDialog, type Unfrozen } from './authenticationDialog.ts';
import type { Handoffs } from './interruptions/handoff.ts';
import type { Moving } from './interruptions/moving.ts';
import type { StandingLock } from './interruptions/standingLock.ts';
import { wait } from './messages/duration.ts';
import type { LinkSent } from './prompts/secureLinkQuestion.ts';
import { UnfreezeQuestion } from './prompts/unfreezeQuestion.ts';
import { type LinkAwaited, newLink, SecureLinkDialog } from './secureLinkDialog.ts';
import type { ConversationProperties } from './state/conversationState.ts';
import type { DialogDependencies } from './state/dialogDependencies.ts';
import {
  ComponentDialog,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from './state/sdkDialogs.ts';
import { turnOf } from './state/turn.ts';
import { phoneOf, userTerminal } from './state/userTerminal.ts';
import { saysWhoHelps } from './whoHelps.ts';

/**
 * `byLink`: the customer wants the secure form; `saidYes`: they have been asked, and need not be again; `startedBy` an agent: who
 * has asked for the authentication, and starts the unfreezing after it.
 */
export type UnfreezeDialogOptions = NamedCard & {
  byLink?: boolean;
  saidYes?: boolean;
  startedBy?: 'agent';
  /** Everything is asked for, whatever was shown before. */
  showsAnew?: boolean;
};

/** The result where no link could be sent. */
const noLink = 'noLink';

type UnfreezeDialogDependencies = DialogDependencies & {
  moving: Moving;
  lock: StandingLock;
  handoff: Pick<Handoffs, 'toPerson'>;
};
type Step = WaterfallStepContext<UnfreezeDialogOptions>;
const steps = 'unfreeze.steps.1';

/** The customer says yes to unfreezing the card that the question names, and the request goes out (patent, steps 4 and 5). */
export class UnfreezeDialog extends ComponentDialog<UnfreezeDialogOptions> {
  static readonly id = 'unfreeze';
  readonly #parts: UnfreezeDialogDependencies;
  readonly #proven: ConversationProperties['proven'];

  constructor(parts: UnfreezeDialogDependencies, { proven }: Pick<ConversationProperties, 'proven'>) {
    super(UnfreezeDialog.id);
    this.#parts = parts;
    this.#proven = proven;
    this.addDialog(
      new WaterfallDialog<UnfreezeDialogOptions>(steps, [
        this.isAskedWhetherToUnfreeze.bind(this),
        this.sendsUnfreezeRequest.bind(this),
        this.hearsOutcome.bind(this),
      ]),
    );
    this.addDialog(new UnfreezeQuestion(parts));
    this.addDialog(new AuthenticationDialog(parts));
    this.addDialog(new SecureLinkDialog(parts));
    this.initialDialogId = steps;
  }

  async isAskedWhetherToUnfreeze(step: Step): Promise<DialogTurnResult> {
    const { card, lastFour, saidYes } = step.options;
    await this.#parts.moving.begins(step.context, { card, lastFour });
    return saidYes ? step.next(true) : step.beginDialog(UnfreezeQuestion.id, { card, lastFour });
  }

  async sendsUnfreezeRequest(step: Step): Promise<DialogTurnResult> {
    const { card, lastFour, byLink, startedBy } = step.options;
    if (step.result !== true) {
      await this.#parts.speaker.say(step.context, 'unfreeze.declined', { lastFour });
      return step.endDialog();
    }
    const from = userTerminal(step.context);
    const throughLink = byLink || this.#alwaysByLink(from);
    const shownBy = throughLink || startedBy ? null : await this.#shownBefore(step);
    const { processor, moving } = this.#parts;
    const answer = await processor.requestUnfreezing({
      card,
      userTerminal: from,
      ...(throughLink && { through: 'secureLink' }),
      ...(startedBy && { startedBy }),
      ...(shownBy !== null && { shownBy }),
      language: await this.#parts.speaker.language(step.context),
      // The bank may want the link though none was asked for.
      ...withPhone(phoneOf(step.context)),
      ...(await moving.supersedes(step.context)),
    });
    switch (answer.outcome) {
      case 'authenticationRequested': {
        const { authenticationRequest } = answer;
        await moving.requested(step.context, authenticationRequest.id);
        const authentication: Authentication = {
          card: { card, lastFour },
          authenticationRequest,
          remaining: authenticationRequest.items,
        };
        return step.beginDialog(AuthenticationDialog.id, authentication);
      }
      case 'shown':
        return this.#startsWithShown(step, answer.id, shownBy);
      case 'secureLinkSent': {
        const { id, expiresAt, by, page } = answer;
        await moving.requested(step.context, id);
        await this.#parts.awaitedLinks.note(
          { activity: step.context.activity, work: turnOf(step.context).work },
          { id, expiresAt },
        );
        if (page !== undefined) await this.#opensPage(step, page);
        return this.#awaitsLink(step, { id, standing: 'sent', ...(by && { by }) });
      }
      case 'secureLinkOnItsWay':
        // The terminal that asked first hears of the link's end. No later one takes its place.
        return this.#awaitsLink(step, {
          id: answer.id,
          standing: 'onItsWay',
          ...(answer.by && { by: answer.by }),
        });
      case 'noSecureLink':
        await this.#saysNoLink(step, answer.notBefore);
        return step.next(noLink);
      case 'notRemote':
        await saysWhoHelps(this.#parts, step.context, { lastFour, ...answer });
        break;
      case 'noFrozenCard':
        await this.#parts.speaker.say(step.context, 'unfreeze.statusChanged', { lastFour });
    }
    return step.endDialog();
  }

  /** The authentication request whose answers here may count for this card too. */
  async #shownBefore({ context, options }: Step): Promise<string | null> {
    return options.showsAnew ? null : this.#proven.get(context, null);
  }

  /** What was shown before counts, as the bank's side has decided; where it no longer does, everything is asked for. */
  async #startsWithShown(
    step: Step,
    authenticationRequest: string,
    request: string | null,
  ): Promise<DialogTurnResult> {
    const { processor, speaker } = this.#parts;
    const { lastFour } = step.options;
    const start = { authenticationRequest, userTerminal: userTerminal(step.context) };
    const answer = await processor.startUnfreezing(start);
    if (answer.outcome === 'notRemote') {
      await saysWhoHelps(this.#parts, step.context, { lastFour, ...answer });
      return step.endDialog();
    }
    if (answer.outcome !== 'unfrozen')
      return step.replaceDialog(steps, { ...step.options, saidYes: true, showsAnew: true });
    const { at, reasons = [], others } = answer;
    const result = { kind: 'unfrozen', lastFour, request: authenticationRequest, at } as const;
    await speaker.say(step.context, 'outcome.unfrozenToo', { lastFour }, { result });
    const unfrozen: Unfrozen = {
      unfrozen: reasons,
      ...(request !== null && { request }),
      ...(others && { others }),
    };
    return step.endDialog(unfrozen);
  }

  async hearsOutcome(step: Step): Promise<DialogTurnResult> {
    const { card, lastFour, byLink, startedBy } = step.options;
    const again = { card, lastFour, ...(startedBy && { startedBy }) };
    if (step.result === newLink) {
      return step.replaceDialog(steps, { ...again, byLink: true, saidYes: true });
    }
    // A customer who wanted a link, and cannot have one, is asked whether to go the other way.
    if (step.result === noLink && byLink && !this.#alwaysByLink(userTerminal(step.context))) {
      return step.replaceDialog(steps, again);
    }
    return step.endDialog(step.result);
  }

  #alwaysByLink({ channel }: UserTerminal): boolean {
    const { typedSecrets } = channelRows[channel];
    return typedSecrets === 'stays' || (typedSecrets !== 'hidden' && this.#parts.messagingSecrets === 'link');
  }

  /** The browser in which the case was begun may type a shorter code. */
  async #opensPage(step: Step, address: string): Promise<void> {
    const { speaker } = this.#parts;
    const language = await speaker.language(step.context);
    const content: CodePage = {
      address,
      label: speaker.sentences.text(language, 'secureCode.toPage'),
      language,
    };
    const attachment = { contentType: codePageContentType, content };
    await speaker.say(step.context, 'secureCode.page', {}, { attachment });
  }

  #awaitsLink(step: Step, sent: LinkSent): Promise<DialogTurnResult> {
    const { card, lastFour } = step.options;
    const awaited: LinkAwaited = { card: { card, lastFour }, ...sent };
    return step.beginDialog(SecureLinkDialog.id, awaited);
  }

  async #saysNoLink(step: Step, notBefore: Instant | null): Promise<void> {
    const { speaker, clock } = this.#parts;
    if (notBefore === null) return speaker.say(step.context, 'secureLink.none');
    const facts = { wait: wait(await speaker.language(step.context), clock(), new Date(notBefore)) };
    // A registered phone is sent links that nobody else can use up.
    const { givesPhone } = channelRows[userTerminal(step.context).channel];
    return speaker.say(step.context, givesPhone ? 'secureLink.tooMany' : 'secureLink.tooManyHere', facts);
  }
}

function withPhone(phone: string | undefined): { phone?: string } {
  return phone === undefined ? {} : { phone };
}
