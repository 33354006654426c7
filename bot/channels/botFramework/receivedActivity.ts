import { type Activity, ActivityTypes, RoleTypes } from 'botbuilder';
import * as z from 'zod';
import { withoutControls } from '../../../kit/customerText.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import { parse } from '../../../kit/parse.ts';
import { knownLocale } from '../directLine/postedActivity.ts';
import { channels } from './quirks.ts';

const longestText = 4000;
const Id = z.string().min(1).max(512);
const Account = z.object({ id: Id, name: z.string().max(256).nullish() });

const Received = z.object({
  type: z.string().max(64),
  id: Id.nullish(),
  channelId: z.string().max(64),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(512),
  conversation: z.object({
    id: Id,
    isGroup: z.boolean().nullish(),
    conversationType: z.string().max(64).nullish(),
    tenantId: z.string().max(64).nullish(),
  }),
  from: Account,
  recipient: Account,
  text: z.string().nullish(),
  locale: z.string().max(64).nullish(),
  value: z.unknown().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string().max(256).nullish() })).nullish(),
  membersAdded: z.array(Account).nullish(),
});
type Received = z.infer<typeof Received>;

/** An activity of a channel that is let in. `isForUs` is false where there is nothing for a conversation in it. */
export type ReceivedActivity = { activity: Activity; isForUs: boolean };

/**
 * Reads what a channel sent. Only the fields named here are kept.
 * @throws UnfreezeError `messageInvalid`, also for a channel that is not let in, `messageTooLarge`
 */
export function readReceivedActivity(body: unknown, now: Date): ReceivedActivity {
  const received = parse(Received, body);
  const quirks = Object.hasOwn(channels, received.channelId) ? channels[received.channelId] : undefined;
  if (!quirks) throw new UnfreezeError('messageInvalid', 'not a valid message: channelId');
  if (received.text && received.text.length > longestText) {
    throw new UnfreezeError('messageTooLarge', `a text of more than ${longestText} characters`);
  }
  const { type, conversation, from, recipient, membersAdded } = received;
  const isGroup = conversation.isGroup === true || !isPersonal(conversation.conversationType);
  const arrived = (quirks.greets === 'bot' ? recipient : from).id;
  const begins = type === ActivityTypes.ConversationUpdate && membersAdded?.some(({ id }) => id === arrived);
  const activity: Partial<Activity> = {
    type: type === ActivityTypes.Message ? type : ActivityTypes.ConversationUpdate,
    ...(received.id && { id: received.id }),
    channelId: received.channelId,
    serviceUrl: received.serviceUrl,
    timestamp: now,
    conversation: { ...conversation, isGroup } as Activity['conversation'],
    from: { id: from.id, name: from.name ?? '', role: RoleTypes.User },
    recipient: { id: recipient.id, name: recipient.name ?? '', role: RoleTypes.Bot },
    ...(knownLocale(received.locale) && { locale: knownLocale(received.locale) ?? '' }),
    ...(type === ActivityTypes.Message && contentOf(received)),
    ...(begins && { membersAdded: [{ id: from.id, name: '' }] }),
  };
  // Groups are declined where somebody speaks, not greeted.
  const isForUs = type === ActivityTypes.Message || (begins === true && !isGroup);
  return { activity: activity as Activity, isForUs };
}

function isPersonal(conversationType: string | null | undefined): boolean {
  return !conversationType || conversationType === 'personal';
}

function contentOf({ text, value, attachments }: Received): Partial<Activity> {
  // Teams sends what was typed a second time as an HTML attachment.
  const others = attachments?.filter(({ contentType }) => contentType !== 'text/html') ?? [];
  return {
    text: withoutControls(text ?? ''),
    ...(value !== undefined && value !== null && { value }),
    // Of what is not text only that it came is kept, for the answer that only text can be read.
    ...(others.length > 0 && {
      attachments: others.map(() => ({ contentType: 'application/octet-stream' })),
    }),
  };
}
