import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import { UnfreezeError } from '../../../kit/errors.ts';
import { parse } from '../../../kit/parse.ts';

/** The platform's name for an account or for one of its followers. */
const Name = z.string().regex(/^[\w-]{1,64}$/);
const shared = { ToUserName: Name, FromUserName: Name, CreateTime: z.string().regex(/^\d{1,12}$/) };

/** A message from the platform. Of an unknown kind only its arrival is used. */
const Message = z.object({
  ...shared,
  MsgType: z.string().max(32),
  MsgId: z
    .string()
    .regex(/^\d{1,24}$/)
    .optional(),
  Content: z.string().max(4_096).optional(),
  Event: z.string().max(32).optional(),
  /** The words that the bank has assigned to an entry of its menu, as the customer would write them. */
  EventKey: z.string().max(256).optional(),
});
export type WeChatMessage = z.infer<typeof Message>;

const Encrypted = z.object({ Encrypt: z.string().min(1) });

const parser = new XMLParser({ parseTagValue: false, trimValues: false, processEntities: false });
const builder = new XMLBuilder({ cdataPropName: 'cdata' });

/** The encrypted part of a request. @throws UnfreezeError `messageInvalid` */
export function readEncrypted(document: string): string {
  return parse(Encrypted, rootOf(document)).Encrypt;
}

/** @throws UnfreezeError `messageInvalid` */
export function readMessage(document: string): WeChatMessage {
  return parse(Message, rootOf(document));
}

/** Writes the answer to a message as the platform wants it, before encryption ("被动回复用户消息"). */
export function writeAnswer({ ToUserName, FromUserName }: WeChatMessage, text: string, now: Date): string {
  const CreateTime = Math.floor(now.getTime() / 1000);
  const names = { ToUserName: FromUserName, FromUserName: ToUserName };
  // The text is split where it would itself end the CDATA section.
  const cdata = text.split(/(?<=\]\])(?=>)/);
  return builder.build({ xml: { ...names, CreateTime, MsgType: 'text', Content: { cdata } } });
}

/** Writes the envelope of an encrypted answer. */
export function writeEncrypted(fields: Record<string, string>): string {
  return builder.build({ xml: fields });
}

function rootOf(document: string): unknown {
  try {
    return (parser.parse(document) as { xml?: unknown }).xml;
  } catch (cause) {
    throw new UnfreezeError('messageInvalid', 'not well-formed XML', { cause });
  }
}
