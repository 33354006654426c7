import { type Activity, ActivityTypes, RoleTypes } from 'botbuilder';
import { type Heard, withHeard } from '../../dialogs/understanding/heard.ts';
import type { Delivery, HeardDelivery } from '../turn/delivery.ts';

/** Makes the activity for the dialogs: the parts of the delivery that they need, and what the edge found in it. */
export function activityOf(
  { reference, locale, isGroup = false }: Delivery,
  { content, found }: HeardDelivery<Heard>,
  now: Date,
): Activity {
  const { channelId, serviceUrl, conversation, user, bot } = reference;
  const customer = { id: user, name: '', role: RoleTypes.User };
  const recipient = { id: bot, name: '', role: RoleTypes.Bot };
  const activity = {
    channelId,
    serviceUrl,
    conversation: { ...conversation, isGroup },
    from: customer,
    recipient,
    timestamp: now,
    ...(locale !== undefined && { locale }),
    ...(content.what === 'arrives'
      ? { type: ActivityTypes.ConversationUpdate, membersAdded: [customer, recipient] }
      : { type: ActivityTypes.Message, text: content.what === 'words' ? content.text : '' }),
  };
  return withHeard(activity as Activity, found);
}
