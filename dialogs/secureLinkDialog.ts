import type { NamedCard } from '../services/contract/card.ts';
import type { Matched, Unfrozen } from './authenticationDialog.ts';
import { requestStanding } from './prompts/requestStanding.ts';
import { type LinkReply, type LinkSent, SecureLinkQuestion } from './prompts/secureLinkQuestion.ts';
import type { DialogDependencies } from './state/dialogDependencies.ts';
import {
  ComponentDialog,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from './state/sdkDialogs.ts';

/** A link for a card, named by the authentication request that it answers. */
export type LinkAwaited = LinkSent & { card: NamedCard };

/** The result where the customer wants another link. */
export const newLink = 'newLink';

type Step = WaterfallStepContext<LinkAwaited>;
const steps = 'secureLink.steps.1';

/**
 * The customer answers the authentication request on the secure form's page, and hears what became of it: by itself where
 * the channel can be reached, else when they come back.
 */
export class SecureLinkDialog extends ComponentDialog<LinkAwaited> {
  static readonly id = 'secureLinkDialog';
  readonly #parts: DialogDependencies;

  constructor(parts: DialogDependencies) {
    super(SecureLinkDialog.id);
    this.#parts = parts;
    this.addDialog(
      new WaterfallDialog<LinkAwaited>(steps, [this.comesBack.bind(this), this.hearsOutcome.bind(this)]),
    );
    this.addDialog(new SecureLinkQuestion(parts));
    this.initialDialogId = steps;
  }

  async comesBack(step: Step): Promise<DialogTurnResult> {
    const { id, standing, by } = step.options;
    const asked: LinkSent = { id, standing, ...(by && { by }) };
    return step.beginDialog(SecureLinkQuestion.id, asked);
  }

  async hearsOutcome(step: Step): Promise<DialogTurnResult> {
    const reply: LinkReply = step.result;
    const { speaker } = this.#parts;
    const { card, id, by } = step.options;
    if (reply === 'newLink') return step.endDialog(newLink);
    const { state, reasons = [] } = await requestStanding(this.#parts.processor, id);
    const { lastFour } = card;
    switch (state) {
      case 'unfrozen': {
        await speaker.say(
          step.context,
          'outcome.unfrozen',
          { lastFour },
          { result: { kind: 'unfrozen', lastFour, request: id } },
        );
        const unfrozen: Unfrozen = { unfrozen: reasons };
        return step.endDialog(unfrozen);
      }
      case 'matched':
        await speaker.say(step.context, 'outcome.matched', { lastFour });
        return step.endDialog({ matched: id } satisfies Matched);
      case 'locked':
        await speaker.say(step.context, 'secureLink.locked', {}, { result: { kind: 'locked', lastFour } });
        return step.endDialog(state);
      case 'open':
      case 'over':
        if (reply === 'status')
          return step.replaceDialog(steps, { card, id, standing: state, ...(by && { by }) });
        await speaker.say(step.context, state === 'open' ? 'secureLink.left' : 'cancelled');
        return step.endDialog();
    }
  }
}
