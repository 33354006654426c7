import {
  type Activity,
  ActivityTypes,
  type Attachment,
  CloudAdapterBase,
  type ConversationReference,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { AuthenticationConstants, ClaimsIdentity } from 'botframework-connector';
import { resultContentType } from '../../../services/contract/result.ts';
import { SecureForm, secureFormContentType } from '../../../services/contract/secureForm.ts';
import { quirksOf } from './quirks.ts';
import { secureFormCard } from './secureFormCard.ts';

/** Sends what the bot says to the channel's service, in what the channel can render. */
export class FrameworkAdapter extends CloudAdapterBase {
  /**
   * One activity from the channel's service, if its token is good.
   * @throws UnfreezeError as `ChannelTokens.verify` does, and what the turn throws
   */
  async receive(
    authorization: string,
    activity: Activity,
    turn: (turnContext: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.processActivity(authorization, activity, turn);
  }

  /**
   * A turn that nothing from the channel's service began.
   * @param appId undefined where no registration is set: then the bot shows nobody who it is
   */
  async begin(
    appId: string | undefined,
    reference: Partial<ConversationReference>,
    turn: (turnContext: TurnContext) => Promise<void>,
  ): Promise<void> {
    const claims = appId === undefined ? new ClaimsIdentity([]) : this.createClaimsIdentity(appId);
    const { ToChannelFromBotOAuthScope: audience } = AuthenticationConstants;
    await this.continueConversationAsync(claims, reference, audience, (turnContext) => {
      // The SDK makes one up, and what is said would go out as a reply to an activity that the channel does not know.
      delete turnContext.activity.id;
      return turn(turnContext);
    });
  }

  override async sendActivities(
    turnContext: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      const rendered = render(activity, turnContext.activity.channelId);
      sent.push(...(rendered ? await super.sendActivities(turnContext, [rendered]) : [{ id: '' }]));
    }
    return sent;
  }
}

function render(activity: Partial<Activity>, channelId: string): Partial<Activity> | undefined {
  const { cards, events } = quirksOf(channelId);
  if (activity.type !== ActivityTypes.Message && !events) return undefined;
  const { attachments = [], ...rest } = activity;
  const shown = attachments.flatMap((attachment): Attachment[] => {
    if (attachment.contentType === resultContentType) return [];
    if (attachment.contentType !== secureFormContentType) return [attachment];
    return cards ? [secureFormCard(SecureForm.parse(attachment.content))] : [];
  });
  return shown.length > 0 ? { ...rest, attachments: shown } : rest;
}
