import {
  ComponentDialog,
  type DialogTurnResult,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { NamedCard } from '../services/contract/card.ts';
import { type Authentication, AuthenticationDialog, needs } from './authenticationDialog.ts';
import type { DialogParts } from './dialogParts.ts';
import { UnfreezeQuestion } from './prompts/unfreezeQuestion.ts';
import { userTerminal } from './userTerminal.ts';

type Step = WaterfallStepContext<NamedCard>;
const steps = 'unfreeze.steps.1';

/** The customer says yes to unfreezing the card that the question names, and the request goes out (patent, steps 4 and 5). */
export class UnfreezeDialog extends ComponentDialog<NamedCard> {
  static readonly id = 'unfreeze';
  readonly #parts: DialogParts;

  constructor(parts: DialogParts) {
    super(UnfreezeDialog.id);
    this.#parts = parts;
    this.addDialog(
      new WaterfallDialog<NamedCard>(steps, [
        this.isAskedWhetherToUnfreeze.bind(this),
        this.sendsUnfreezeRequest.bind(this),
        this.hearsOutcome.bind(this),
      ]),
    );
    this.addDialog(new UnfreezeQuestion(parts));
    this.addDialog(new AuthenticationDialog(parts));
    this.initialDialogId = steps;
  }

  async isAskedWhetherToUnfreeze(step: Step): Promise<DialogTurnResult> {
    return step.beginDialog(UnfreezeQuestion.id, step.options);
  }

  async sendsUnfreezeRequest(step: Step): Promise<DialogTurnResult> {
    const { card, lastFour } = step.options;
    if (step.result !== true) {
      await this.#parts.speaker.say(step.context, 'unfreeze.declined', { lastFour });
      return step.endDialog();
    }
    const request = { card, userTerminal: userTerminal(step.context) };
    const answer = await this.#parts.processor.requestUnfreezing(request);
    switch (answer.outcome) {
      case 'authenticationRequested': {
        const { authenticationRequest } = answer;
        const authentication: Authentication = {
          card: step.options,
          authenticationRequest,
          remaining: authenticationRequest.items,
        };
        return step.beginDialog(AuthenticationDialog.id, authentication);
      }
      case 'notRemote':
        await this.#parts.speaker.say(step.context, needs[answer.help], { lastFour });
        break;
      case 'noFrozenCard':
        await this.#parts.speaker.say(step.context, 'unfreeze.statusChanged', { lastFour });
    }
    return step.endDialog();
  }

  async hearsOutcome(step: Step): Promise<DialogTurnResult> {
    return step.endDialog(step.result);
  }
}
