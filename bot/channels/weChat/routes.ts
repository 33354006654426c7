import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Server } from 'restify';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { readBytes } from '../../../kit/http/jsonBody.ts';
import { type Clock, minutes } from '../../../kit/time.ts';
import type { MessageCrypto } from './messageCrypto.ts';
import type { WeChat } from './weChat.ts';
import { readEncrypted, readMessage, writeAnswer, writeEncrypted } from './weChatMessage.ts';

type WeChatRoutesOptions = { weChat: Pick<WeChat, 'receive'>; crypto: MessageCrypto; clock: Clock };

export const weChatAddress = '/wechat';
const longestBody = 64 * 1024;
/** The largest difference between the platform's clock and ours; an older request may be a recorded one. */
const freshFor = 10 * minutes;
const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
/** The answer that acknowledges a message without a reply. */
const taken = 'success';

/** Adds the address of an official account in safe mode to the server; unencrypted requests are refused. */
export function weChatRoutes({ weChat, crypto, clock }: WeChatRoutesOptions): (server: Server) => void {
  function assertSigned(query: URLSearchParams, name: string, more: readonly string[]): void {
    const [timestamp = '', nonce = ''] = ['timestamp', 'nonce'].map((one) => query.get(one) ?? '');
    const isFresh = Math.abs(clock().getTime() - Number(timestamp) * 1000) <= freshFor;
    if (!isFresh || !crypto.isSigned(query.get(name) ?? '', [timestamp, nonce, ...more]))
      throw new RequestRefused('signatureInvalid');
  }

  /** Answers the platform's console, which checks once that the address is ours. */
  const verifies: RequestHandler = async (request, response) => {
    const query = queryOf(request);
    assertSigned(query, 'signature', []);
    response.sendRaw(200, query.get('echostr')?.slice(0, 256) ?? '', headers);
  };

  const receives: RequestHandler = async (request, response) => {
    const encrypted = readEncrypted(await bodyOf(request));
    assertSigned(queryOf(request), 'msg_signature', [encrypted]);
    const message = readMessage(crypto.open(encrypted));
    const text = await weChat.receive(message);
    if (text === undefined) return void response.sendRaw(200, taken, headers);
    const Encrypt = crypto.close(writeAnswer(message, text, clock()));
    const [TimeStamp, Nonce] = [String(Math.floor(clock().getTime() / 1000)), message.CreateTime];
    const MsgSignature = crypto.sign([TimeStamp, Nonce, Encrypt]);
    const document = writeEncrypted({ Encrypt, MsgSignature, TimeStamp, Nonce });
    response.sendRaw(200, document, { ...headers, 'Content-Type': 'text/xml; charset=utf-8' });
  };

  return (server) => {
    server.get(weChatAddress, verifies);
    server.post(weChatAddress, receives);
  };
}

const queryOf = (request: Request) => new URLSearchParams(request.getQuery());

async function bodyOf(request: IncomingMessage): Promise<string> {
  return (await readBytes(request, longestBody)).toString('utf8');
}
