import * as z from 'zod';
import { withoutControls } from '../../../kit/customerText.ts';
import { UnfreezeError } from '../../../kit/errors.ts';
import { knownLocale } from '../../../kit/knownLocale.ts';
import { parse } from '../../../kit/parse.ts';
import { compact } from '../../../words/numbers/digits.ts';
import type { Content } from '../../turn/delivery.ts';

const longestText = 4000;

/** An id that a client made: it is stored as it comes, so it must not be able to carry text. */
const ClientId = z.string().regex(/^[\w.:|+/=-]{1,100}$/);

/**
 * The name of an event, in any letters. It is stored, logged by nobody, but shown again: a name has no room for a number
 * that could be a secret.
 */
const EventName = z
  .string()
  .regex(/^[\p{L}\p{M}\p{N}_ ./:-]{1,64}$/u)
  .refine((name) => !/\d{4}/.test(compact(name)));

const Posted = z.object({
  type: z.enum(['message', 'event']),
  id: ClientId.nullish(),
  text: z.string().nullish(),
  name: EventName.nullish(),
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  channelData: z.looseObject({ clientActivityID: ClientId.nullish() }).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish() })).nullish(),
});
type Posted = z.infer<typeof Posted>;

/** Whatever type there is or will be (Bot Framework's activity schema, section 3.1): of one that nobody reads nothing is. */
const Typed = z.object({ type: z.string().min(1) });
const types: readonly string[] = Posted.shape.type.options;
const unread: PostedActivity = {
  content: undefined,
  locale: undefined,
  clientActivityId: undefined,
  clientActivityID: undefined,
};

/**
 * A posted activity. `content` is undefined for one that nobody need read, as of who sees the customer typing; `clientActivityId` is the same where the
 * client posts it twice, `clientActivityID` what it looks for in the echo.
 */
export type PostedActivity = {
  content: Content | undefined;
  locale: string | undefined;
  clientActivityId: string | undefined;
  clientActivityID: string | undefined;
};

/**
 * Reads what a client posted. Only the fields named here are kept, and who speaks, where and when is ours to say.
 * @throws UnfreezeError `messageInvalid`, `messageTooLarge`; neither tells what was sent
 */
export function readPostedActivity(body: unknown): PostedActivity {
  if (!types.includes(parse(Typed, body).type)) return unread;
  const posted = parse(Posted, body);
  if (posted.text && posted.text.length > longestText) {
    throw new UnfreezeError('messageTooLarge', `a text of more than ${longestText} characters`);
  }
  const clientActivityID = posted.channelData?.clientActivityID ?? undefined;
  return {
    content: contentOf(posted),
    locale: knownLocale(posted.locale),
    clientActivityId: clientActivityID ?? posted.id ?? undefined,
    clientActivityID,
  };
}

function contentOf({ type, text, name, value, attachments }: Posted): Content {
  switch (type) {
    case 'event':
      return { what: 'event', name: name ?? '', ...(value !== undefined && { value }) };
    case 'message': {
      // Content that is no text is not kept. That it came is kept, so that the bot can answer that it reads text only.
      const attached = (value !== undefined && value !== null) || (attachments?.length ?? 0) > 0;
      return { what: 'words', text: withoutControls(text ?? ''), ...(attached && { attached }) };
    }
  }
}
