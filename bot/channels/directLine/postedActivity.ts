import { type Activity, ActivityTypes, type Attachment, RoleTypes } from 'botbuilder';
import * as z from 'zod';
import { withoutControls } from '../../../kit/customerText.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import { parse } from '../../../kit/parse.ts';
import type { BotAccount } from './directLineAdapter.ts';
import { channelId } from './words.ts';

/** botbuilder wants one; replies go through the adapter, never to an address. */
export const serviceUrl = 'urn:thawline:directline';

const longestText = 4000;

/** An id that a client made: it is stored as it comes, so it must not be able to carry text. */
const ClientId = z.string().regex(/^[\w.:|+/=-]{1,100}$/);

const Posted = z.object({
  type: z.enum([ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing]),
  id: ClientId.nullish(),
  text: z.string().nullish(),
  // Stored and logged by nobody but shown again: a name has no room for a number that could be a secret.
  name: z
    .string()
    .regex(/^(?!.*\d{4})[\w./-]{1,64}$/)
    .nullish(),
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  channelData: z.looseObject({ clientActivityID: ClientId.nullish() }).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish() })).nullish(),
});
type Posted = z.infer<typeof Posted>;

/** A posted activity with what identifies it among those that the client posts twice. */
export type PostedActivity = { activity: Activity; clientActivityId: string | undefined };

/**
 * Reads what a client posted. Only the fields named here are kept, and who speaks, where and when is ours to say.
 * @throws UnfreezeError `messageInvalid`, `messageTooLarge`; neither tells what was sent
 */
export function readPostedActivity(
  body: unknown,
  context: { conversationId: string; userId: string; locale: string | null; bot: BotAccount; now: Date },
): PostedActivity {
  const posted = parse(Posted, body);
  if (posted.text && posted.text.length > longestText) {
    throw new UnfreezeError('messageTooLarge', `a text of more than ${longestText} characters`);
  }
  const locale = knownLocale(posted.locale) ?? context.locale;
  const clientActivityID = posted.channelData?.clientActivityID;
  const activity: Partial<Activity> = {
    ...contentOf(posted),
    channelId,
    conversation: { id: context.conversationId } as Activity['conversation'],
    from: { id: context.userId, name: '', role: RoleTypes.User },
    recipient: { ...context.bot, role: RoleTypes.Bot },
    serviceUrl,
    timestamp: context.now,
    ...(locale && { locale }),
    ...(clientActivityID && { channelData: { clientActivityID } }),
  };
  return { activity: activity as Activity, clientActivityId: clientActivityID ?? posted.id ?? undefined };
}

/** The tag when it is a short one of BCP 47 (RFC 5646), else undefined. */
export function knownLocale(tag: string | null | undefined): string | undefined {
  return tag && /^[a-z]{2,3}(-([a-z]{2,8}|\d{3})){0,3}$/i.test(tag) ? tag : undefined;
}

function contentOf({ type, text, name, value, attachments }: Posted): Partial<Activity> {
  if (type === ActivityTypes.Event) {
    return { type, ...(name && { name }), ...(value !== undefined && { value }) };
  }
  return {
    type,
    text: withoutControls(text ?? ''),
    // Of what is not text only that it came is kept, for the answer that only text can be read.
    ...(value !== undefined && value !== null && { value: {} }),
    ...(attachments?.length && { attachments: attachments.map(({ contentType }) => trace(contentType)) }),
  };
}

function trace(contentType: string | null | undefined): Attachment {
  const known = contentType && /^[a-z]{1,20}\/[a-z.+-]{1,60}$/i.test(contentType);
  return { contentType: known ? contentType : 'application/octet-stream' };
}
