import * as z from 'zod';
import { withoutControls } from '../../../kit/customerText.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import { knownLocale } from '../../../kit/knownLocale.ts';
import { parse } from '../../../kit/parse.ts';
import type { Content, Delivery } from '../../turn/delivery.ts';
import { channelIdOf, type Quirks, quirksOf } from './quirks.ts';

const longestText = 4000;
const Id = z.string().min(1).max(512);
const Account = z.object({ id: Id, name: z.string().max(256).nullish() });

const Received = z.object({
  type: z.string().max(64),
  id: Id.nullish(),
  channelId: z.string().regex(/^[\w.-]{1,50}$/),
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

/** An activity of a channel; `content` is undefined where there is nothing for a conversation in it. */
export type ReceivedActivity = { delivery: Delivery; content: Content | undefined };

/**
 * Reads what a channel sent. Only the fields named here are kept.
 * @throws UnfreezeError `messageInvalid`, `messageTooLarge`
 */
export function readReceivedActivity(body: unknown): ReceivedActivity {
  const received = parse(Received, body);
  if (received.text && received.text.length > longestText) {
    throw new UnfreezeError('messageTooLarge', `a text of more than ${longestText} characters`);
  }
  const { id, channelId: frameworkId, serviceUrl, conversation, from, recipient, locale } = received;
  const channelId = channelIdOf(frameworkId);
  const { isGroup: saysGroup, ...place } = conversation;
  const isGroup = saysGroup === true || !isPersonal(conversation.conversationType);
  return {
    delivery: {
      reference: { channelId, serviceUrl, conversation: place, user: from.id, bot: recipient.id },
      id: id ? `${conversation.id}|${id}` : undefined,
      locale: knownLocale(locale),
      isGroup,
    },
    content: contentOf(received, quirksOf(frameworkId), isGroup),
  };
}

function isPersonal(conversationType: string | null | undefined): boolean {
  return !conversationType || conversationType === 'personal';
}

/** In a group the bot greets nobody. It declines when somebody speaks. */
function contentOf(received: Received, { greets }: Quirks, isGroup: boolean): Content | undefined {
  const { type, text, value, attachments, membersAdded, from, recipient } = received;
  if (type !== 'message') {
    const arrived = (greets === 'bot' ? recipient : from).id;
    const begins = type === 'conversationUpdate' && membersAdded?.some((one) => one.id === arrived);
    return begins && !isGroup ? { what: 'arrives' } : undefined;
  }
  // Teams sends what was typed a second time as an HTML attachment. Of what is not text only that it came is kept.
  const others = attachments?.filter(({ contentType }) => contentType !== 'text/html') ?? [];
  return {
    what: 'words',
    text: withoutControls(text ?? ''),
    ...(value !== undefined && value !== null && { form: value }),
    ...(others.length > 0 && { attached: true }),
  };
}
