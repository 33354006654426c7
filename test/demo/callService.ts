import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { botSchema } from '../../bot/botSchema.ts';
import { callSentences } from '../../bot/callSentences.ts';
import { CallOver, type CallsAtCarrier, ToldCalls } from '../../bot/channels/twilio/voice/toldCalls.ts';
import { voiceChannelId } from '../../bot/channels/twilio/voice/voiceChannel.ts';
import { defaultVoices } from '../../bot/channels/twilio/voice/voices.ts';
import { customerServiceTerminal } from '../../bot/conversation.ts';
import { AgentLines } from '../../bot/desk/agentLines.ts';
import { Desk } from '../../bot/desk/desk.ts';
import { DeskWatch } from '../../bot/desk/deskWatch.ts';
import { AuditedHandoffs } from '../../bot/desk/handoffNotes.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { WaitingRoom } from '../../bot/desk/waitingRoom.ts';
import { telephoneRoutes } from '../../bot/telephone.ts';
import { forStaff } from '../../bot/terminal/transcript.ts';
import type { Heartbeat } from '../../bot/turn/leasedTurns.ts';
import { Turns } from '../../bot/turn/turns.ts';
import { Carrier } from '../../demo/carrier.ts';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import type { AgentHours } from '../../dialogs/state/agentHours.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import type { Store } from '../../kit/store/store.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import { openCases } from '../bot/cases/testOpenCases.ts';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import { openTestBank, type TestBank } from '../services/testBank.ts';
import { testKey } from '../testKey.ts';

type Options = {
  agentPhone?: string;
  agentHours?: AgentHours;
  tokens?: string[];
  patience?: number;
  /** The address that the carrier knows, where a proxy stands between. */
  publicUrl?: string;
  /** SQLite where no other is given. */
  empty?: () => Promise<EmptyDatabase>;
  /** Whether people answer at the desk, and what telephones they have by their logins. */
  people?: Record<string, string>;
  /** Stands between the bot and the bank's side. */
  between?: (bank: TestBank) => { customerService: CustomerServiceClient; processor: ProcessorClient };
  /** Both as `Turns` has them. */
  heartbeat?: Heartbeat;
  isAlone?: boolean;
};

/** The telephone with the demo bank behind it, over HTTP on loopback, and a carrier that brings calls to it. */
export class CallService {
  readonly bank: TestBank;
  readonly carrier: Carrier;
  readonly logged: string[] = [];
  readonly store: Store;
  /** The desk, and who tells calls what it says. */
  readonly desk: Desk;
  readonly watch: DeskWatch;
  readonly #server: HttpServer;
  readonly #beside: CallService[] = [];
  /** Calls that are being taken out of what they did. */
  readonly #redirected: Promise<void>[] = [];
  #port = 0;

  static async open(options: Options = {}): Promise<CallService> {
    const bank = await openTestBank({ beside: [botSchema], ...(options.empty && { empty: options.empty }) });
    const service = new CallService(bank, options);
    service.#port = (await service.#server.listen('127.0.0.1', 0)).port;
    return service;
  }

  /** One more process of the same bot: they share the database and nothing else. */
  async beside(options: Options = {}): Promise<CallService> {
    const other = new CallService(this.bank, options);
    other.#port = (await other.#server.listen('127.0.0.1', 0)).port;
    this.#beside.push(other);
    return other;
  }

  private constructor(bank: TestBank, options: Options) {
    const { store } = bank;
    this.bank = bank;
    this.store = store;
    const log = pino({ level: 'trace' }, { write: (line: string) => this.logged.push(line) });
    const { agentPhone, agentHours, tokens = [developmentAccount.token], between = () => bank } = options;
    const { customerService, processor } = between(bank);
    const clock = bank.now;
    const publicUrl = () => options.publicUrl ?? this.url;
    const secret = () => [testKey(7)];
    const atDesk = { store, clock, secret, masked: forStaff, log };
    const queue = new HandoffQueue(atDesk);
    const { people } = options;
    const telephones = { own: new Map(Object.entries(people ?? {})), shared: agentPhone };
    const reachable = new Set([voiceChannelId]);
    const terminal = customerServiceTerminal({
      clients: { customerService, processor },
      cases: openCases({ store, clock, log }),
      desk: queue,
      persons: people && new WaitingRoom({ ...atDesk, queue, reachable }),
      handoffNotes: new AuditedHandoffs({
        store,
        customerService,
        clock,
        log,
        pause: () => new Promise(() => {}),
      }),
      ...{ agentHours, agentPhone, clock, log },
      pause: async (milliseconds) => bank.passes(milliseconds),
    });
    const account = { sid: developmentAccount.sid, tokens };
    const turns = new Turns({
      ...{ store, terminal, clock, pause: setTimeout, log, isAlone: options.isAlone ?? false },
      ...(options.heartbeat && { heartbeat: options.heartbeat }),
    });
    const carrier: CallsAtCarrier = {
      redirect: async (callSid, address) => {
        const call = this.carrier.callOf(callSid);
        if (!call) throw new CallOver();
        this.#redirected.push(call.redirect(new URL(address).pathname));
      },
    };
    const sentences = callSentences(ordinarySentences);
    const told = new ToldCalls({ turns, store, carrier, sentences, voices: defaultVoices, publicUrl, clock });
    this.desk = new Desk(atDesk);
    this.watch = new DeskWatch({ ...atDesk, channels: [told] });
    const routes = telephoneRoutes({
      sentences: ordinarySentences,
      turns,
      persons: people && new AgentLines({ store, telephones, clock }),
      isUnfinished: (...left) => terminal.isUnfinished(...left),
      ...{ account, voices: defaultVoices, store, publicUrl, agentPhone, agentHours, clock, log },
      secret,
      ...(options.patience !== undefined && { patience: options.patience }),
    });
    this.#server = new HttpServer({ log, https: false, checks: { needed: {} }, routes: [routes] });
    this.carrier = new Carrier({
      accountSid: developmentAccount.sid,
      token: developmentAccount.token,
      publicUrl,
      reach: (url) => url.replace(publicUrl(), this.url),
    });
  }

  /** What the desk says has come to the calls, and they have gone on with it. */
  async tells(): Promise<void> {
    await this.watch.round();
    await Promise.all(this.#redirected.splice(0));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async close(): Promise<void> {
    for (const other of this.#beside) await other.#server.close();
    await this.#server.close();
    await this.bank.close();
  }
}
