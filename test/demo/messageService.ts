import pino from 'pino';
import { Registry } from 'prom-client';
import { botSchema } from '../../bot/botSchema.ts';
import { channelIds } from '../../bot/channels/twilio/messages/messageChannels.ts';
import { MessageMetrics } from '../../bot/channels/twilio/messages/messageMetrics.ts';
import {
  type OutgoingText,
  TextRefused,
  type TextSender,
  UnaskedMessages,
} from '../../bot/channels/twilio/messages/unaskedMessages.ts';
import { customerServiceTerminal } from '../../bot/conversation.ts';
import { Desk } from '../../bot/desk/desk.ts';
import { DeskWatch } from '../../bot/desk/deskWatch.ts';
import { AuditedHandoffs } from '../../bot/desk/handoffNotes.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { WaitingRoom } from '../../bot/desk/waitingRoom.ts';
import { messageSentences } from '../../bot/messageSentences.ts';
import { messagingRoutes } from '../../bot/messaging.ts';
import { forStaff } from '../../bot/terminal/transcript.ts';
import type { Heartbeat } from '../../bot/turn/leasedTurns.ts';
import { Turns } from '../../bot/turn/turns.ts';
import { Carrier } from '../../demo/carrier.ts';
import { TextThread } from '../../demo/textThread.ts';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import { openCases } from '../bot/cases/testOpenCases.ts';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import { openTestBank, type TestBank } from '../services/testBank.ts';
import { testKey } from '../testKey.ts';

type Options = {
  agentPhone?: string;
  tokens?: string[];
  patience?: number;
  mostInAMinute?: number;
  ceilings?: Parameters<typeof messagingRoutes>[0]['ceilings'];
  /** The address that the carrier knows, where a proxy stands between. */
  publicUrl?: string;
  /** SQLite where no other is given. */
  empty?: () => Promise<EmptyDatabase>;
  /** Both as `Turns` has them. */
  heartbeat?: Heartbeat;
  isAlone?: boolean;
  /** Whether people answer in the conversation itself. */
  people?: boolean;
  /** Stands between the bot and the bank's side. */
  between?: (bank: TestBank) => { customerService: CustomerServiceClient; processor: ProcessorClient };
};

/** SMS and WhatsApp with the demo bank behind them, over HTTP on loopback, and a carrier that brings messages to them. */
export class MessageService {
  readonly bank: TestBank;
  readonly carrier: Carrier;
  readonly logged: string[] = [];
  readonly registry = new Registry();
  /** The desk, and the texts that went out from it. */
  readonly desk: Desk;
  readonly watch: DeskWatch;
  readonly written: OutgoingText[] = [];
  /** Whether the carrier takes a text that answers none: WhatsApp does for 24 hours after the customer's newest. */
  isWindowOpen = true;
  readonly #server: HttpServer;
  #port = 0;

  static async open({ empty, ...options }: Options = {}): Promise<MessageService> {
    const bank = await openTestBank({ beside: [botSchema], ...(empty && { empty }) });
    const service = new MessageService(bank, options);
    service.#port = (await service.#server.listen('127.0.0.1', 0)).port;
    return service;
  }

  private constructor(bank: TestBank, { between = () => bank, agentPhone, tokens, ...options }: Options) {
    this.bank = bank;
    const { store, now: clock } = bank;
    const log = pino({ level: 'trace' }, { write: (line: string) => this.logged.push(line) });
    const pause = async (milliseconds: number) => bank.passes(milliseconds);
    const secret = () => [testKey(7)];
    const atDesk = { store, clock, secret, masked: forStaff, log };
    const queue = new HandoffQueue(atDesk);
    const reachable = new Set<string>(Object.values(channelIds));
    const terminal = customerServiceTerminal({
      clients: between(bank),
      cases: openCases({ store, clock, log }),
      desk: queue,
      persons: options.people ? new WaitingRoom({ ...atDesk, queue, reachable }) : undefined,
      handoffNotes: new AuditedHandoffs({
        ...{ store, customerService: bank.customerService, clock, log },
        pause: () => new Promise(() => {}),
      }),
      ...{ agentHours: undefined, agentPhone, clock, log, pause },
    });
    const publicUrl = () => options.publicUrl ?? this.url;
    const { sid, token } = developmentAccount;
    const { patience, mostInAMinute, ceilings } = options;
    const turns = new Turns({
      ...{ store, terminal, clock, pause, log, isAlone: options.isAlone ?? false },
      ...(options.heartbeat && { heartbeat: options.heartbeat }),
    });
    const sentences = messageSentences(ordinarySentences, agentPhone);
    const texts: TextSender = {
      send: async (text) => {
        if (!this.isWindowOpen) throw new TextRefused('63016');
        this.written.push(text);
      },
      hasSent: async (text) => this.written.some(({ body }) => body === text.body),
    };
    const unasked = new UnaskedMessages({ turns, texts, sentences, clock });
    this.desk = new Desk(atDesk);
    this.watch = new DeskWatch({ ...atDesk, channels: [unasked] });
    const routes = messagingRoutes({
      sentences: ordinarySentences,
      ...{ store, publicUrl, agentPhone, clock, log },
      turns,
      urgency: terminal,
      account: { sid, tokens: tokens ?? [token] },
      secret,
      metrics: new MessageMetrics({ registry: this.registry, log }),
      ceilings,
      ...(patience !== undefined && { patience }),
      ...(mostInAMinute !== undefined && { mostInAMinute }),
    });
    this.#server = new HttpServer({ log, https: false, checks: { needed: {} }, routes: [routes] });
    const reach = (url: string) => url.replace(publicUrl(), this.url);
    this.carrier = new Carrier({ accountSid: sid, token, publicUrl, reach });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  thread(from: string): TextThread {
    return new TextThread(this.carrier, from);
  }

  async close(): Promise<void> {
    await this.#server.close();
    await this.bank.close();
  }
}
