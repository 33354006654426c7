import { randomInt } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { MessageCrypto } from '../../../../bot/channels/weChat/messageCrypto.ts';
import type { WeChatAccount } from '../../../../bot/channels/weChat/weChatSettings.ts';

export const account: WeChatAccount = {
  appId: 'wx0123456789abcdef',
  token: 'a0token0that0is0only0for0tests00',
  aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};

/** What the service answered: its status, and the text that goes to the follower where there is one. */
export type Brought = { status: number; body: string; text?: string };

/** The platform of the official accounts, as far as one follower sees it: it brings messages, signed and encrypted. */
export class WeChatPlatform {
  readonly #url: () => string;
  readonly #account: WeChatAccount;
  readonly #crypto: MessageCrypto;
  readonly #now: () => Date;

  constructor(url: () => string, { now = () => new Date(), account: of = account } = {}) {
    this.#url = url;
    this.#account = of;
    this.#crypto = new MessageCrypto(of);
    this.#now = now;
  }

  /** A message; the same one again with the same `MsgId`. @param more parts beside those of a text */
  writes(follower: string, text: string, more: Record<string, string> = {}): Promise<Brought> {
    const parts = { MsgType: 'text', MsgId: String(randomInt(2 ** 47)), Content: text, ...more };
    return this.brings(messageXml(follower, this.#now(), parts));
  }

  /** An event, such as a tap on the menu. */
  does(follower: string, Event: string, EventKey = ''): Promise<Brought> {
    return this.brings(messageXml(follower, this.#now(), { MsgType: 'event', Event, EventKey }));
  }

  /** Any document, encrypted and signed. */
  async brings(document: string): Promise<Brought> {
    const encrypted = this.#crypto.close(document);
    const query = this.signed('msg_signature', [encrypted]);
    const brought = await this.posts(query, encryptedXml(encrypted));
    const answer = parser.parse(brought.body).xml;
    if (brought.status !== 200 || !answer?.Encrypt) return brought;
    const { Encrypt, MsgSignature, TimeStamp, Nonce } = answer;
    if (!this.#crypto.isSigned(MsgSignature, [TimeStamp, Nonce, Encrypt])) throw new Error('not signed');
    const { ToUserName, FromUserName, MsgType, Content } = parser.parse(this.#crypto.open(Encrypt)).xml;
    if (MsgType !== 'text' || FromUserName !== ownName) throw new Error('no text of the account');
    if (!document.includes(`<FromUserName>${ToUserName}<`)) throw new Error('for another follower');
    return { ...brought, text: Content };
  }

  /** The query of a request that is signed now. */
  signed(name: 'signature' | 'msg_signature', more: readonly string[], at = this.#now()): URLSearchParams {
    const [timestamp, nonce] = [String(Math.floor(at.getTime() / 1000)), '372623539'];
    const signature = this.#crypto.sign([timestamp, nonce, ...more]);
    return new URLSearchParams({ timestamp, nonce, [name]: signature, appid: this.#account.appId });
  }

  encrypted(document: string): string {
    return this.#crypto.close(document);
  }

  async posts(query: URLSearchParams, body: string): Promise<Brought> {
    const headers = { 'Content-Type': 'text/xml' };
    const response = await fetch(`${this.#url()}/wechat?${query}`, { method: 'POST', headers, body });
    return { status: response.status, body: await response.text() };
  }

  async verifies(query: URLSearchParams): Promise<Brought> {
    const response = await fetch(`${this.#url()}/wechat?${query}`);
    return { status: response.status, body: await response.text() };
  }
}

const ownName = 'gh_0123456789ab';
const parser = new XMLParser({ parseTagValue: false, trimValues: false });

export const encryptedXml = (encrypted: string) =>
  `<xml><ToUserName><![CDATA[${ownName}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;

export function messageXml(follower: string, at: Date, parts: Record<string, string>): string {
  const CreateTime = String(Math.floor(at.getTime() / 1000));
  const fields = Object.entries({ CreateTime, ...parts }).map(
    ([name, value]) => `<${name}><![CDATA[${value.split(']]>').join(']]]]><![CDATA[>')}]]></${name}>`,
  );
  return `<xml><ToUserName>${ownName}</ToUserName><FromUserName>${follower}</FromUserName>${fields.join('')}</xml>`;
}
