import { setTimeout } from 'node:timers/promises';
import pino from 'pino';
import { botSchema } from '../../bot/botSchema.ts';
import { customerServiceTerminal } from '../../bot/conversation.ts';
import { AuditedHandoffs } from '../../bot/desk/handoffNotes.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { ReturnMarks } from '../../bot/events/returnMarks.ts';
import type { CustomerServiceTerminal } from '../../bot/terminal/customerServiceTerminal.ts';
import type { Terminal } from '../../bot/turn/terminal.ts';
import { Turns } from '../../bot/turn/turns.ts';
import { Sentences } from '../../dialogs/messages/wording.ts';
import type { Heard } from '../../dialogs/understanding/heard.ts';
import { CardLookup } from '../../services/cardSystem/cardLookup.ts';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import type { PasswordLengths } from '../../services/contract/passwordLengths.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import type { ImportedCustomer } from '../../services/import/importCustomers.ts';
import { openCases } from '../bot/cases/testOpenCases.ts';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import { Phone } from '../services/secureForm/phone.ts';
import { openTestBank, type TestBank } from '../services/testBank.ts';
import { scenarioCatalogue, scenarioSentences, scenarioTopics } from './scenarioSentences.ts';

type Has = { customers?: ImportedCustomer[]; passwordLengths?: PasswordLengths };

/** The real bank's side, the real bot and one database for many conversations, each of which finds it as it was at first. */
export class ScenarioBank {
  readonly bank: TestBank;
  /** Tells the audit trail what the bot still has to tell it. */
  readonly tellNotes: () => Promise<void>;
  readonly queue: HandoffQueue;
  readonly terminal: CustomerServiceTerminal;
  readonly turns: Turns<Heard>;
  readonly logged: string[] = [];
  readonly log;
  readonly #tables: string[];
  readonly #phone: Phone;
  #drawn = 0;

  /** On a database of its own that is never reset; any will do. */
  static async openOn(empty: () => Promise<EmptyDatabase>): Promise<ScenarioBank> {
    return new ScenarioBank(await openTestBank({ beside: [botSchema], empty }), []);
  }

  /** @param has other customers than the demo's, or other passwords */
  static async open(has: Has = {}): Promise<ScenarioBank> {
    const bank = await openTestBank({ beside: [botSchema], ...has });
    const tables: { name: string }[] = await bank.store.transaction([], (manager) =>
      manager.query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'",
      ),
    );
    const names = tables.map(({ name }) => name);
    await bank.store.transaction([], async (manager) => {
      for (const name of names) await manager.query(`CREATE TABLE at_first_${name} AS SELECT * FROM ${name}`);
    });
    return new ScenarioBank(bank, names, has.passwordLengths);
  }

  private constructor(bank: TestBank, tables: string[], passwordLengths?: PasswordLengths) {
    this.bank = bank;
    this.#tables = tables;
    this.#phone = new Phone(bank);
    const { store } = bank;
    const clock = bank.now;
    this.log = pino({ level: 'warn' }, { write: (line: string) => this.logged.push(line) });
    // The numbers of cases stand in docs/conversations.md: they must be the same every time.
    const random = (below: number) => this.#drawn++ % below;
    this.queue = new HandoffQueue({ store, clock, random });
    const pause = async (milliseconds: number) => bank.passes(milliseconds);
    const never = () => new Promise<void>(() => {});
    const handoffNotes = new AuditedHandoffs({ ...bank, clock, log: this.log, pause: never });
    this.tellNotes = () => handoffNotes.tell();
    this.terminal = customerServiceTerminal({
      clients: bank,
      cases: openCases({ store, clock, log: this.log, moves: handoffNotes }),
      desk: this.queue,
      handoffNotes,
      agentHours: undefined,
      agentPhone: undefined,
      sentences: passwordLengths ? new Sentences(scenarioCatalogue, passwordLengths) : scenarioSentences,
      passwordLengths,
      topics: scenarioTopics,
      asksWhetherSolved: true,
      returnMarks: new ReturnMarks({ secret: () => bank.keyRing.secrets('webChatTokenKey'), clock }),
      clock,
      pause,
      log: this.log,
    });
    this.turns = this.turnsOf(this.terminal);
  }

  /** @param terminal the bank's own, or one that listens to it */
  turnsOf(terminal: Terminal<Heard>): Turns<Heard> {
    return new Turns({
      store: this.bank.store,
      terminal,
      clock: this.bank.now,
      pause: setTimeout,
      log: this.log,
      isAlone: true,
    });
  }

  /** Puts every row back as it was at first. */
  async reset(): Promise<void> {
    this.logged.length = 0;
    this.#drawn = 9;
    await this.bank.store.transaction([], async (manager) => {
      await manager.query('PRAGMA defer_foreign_keys = ON');
      for (const name of this.#tables) await manager.query(`DELETE FROM ${name}`);
      for (const name of this.#tables)
        await manager.query(`INSERT INTO ${name} SELECT * FROM at_first_${name}`);
    });
  }

  /** Opens the newest link that came to a telephone, and gives an item there, or says that it was not the customer. */
  async onThePage(item: AuthenticationItem | undefined, value: string): Promise<void> {
    const { secureLinks } = this.bank;
    const token = await this.#phone.token();
    const open = await secureLinks.view(token);
    if (!open) throw new Error('the link opens nothing');
    if (item === undefined) {
      await secureLinks.deny(token);
      return;
    }
    const envelope = await seal(value, { authenticationRequest: open.authenticationRequest, item });
    await secureLinks.give(token, { item, envelope, network: undefined });
  }

  /** The status of each card by its last four digits. */
  async cards(): Promise<Record<string, string>> {
    const listed = (await Array.fromAsync(new CardLookup(this.bank).pages())).flat();
    return Object.fromEntries(listed.map(({ last4, status }) => [last4, status]));
  }

  /** Everything that the bot's side keeps, as one text. */
  async keptByTheBot(): Promise<string> {
    const tables = [
      ...['conversations', 'deliveries', 'direct_line_activities', 'handoff_cases', 'open_cases'],
      ...['desk_lines', 'bot_events', 'return_marks'],
      ...['wrong_guesses', 'message_threads', 'message_redactions', 'voice_calls'],
    ];
    return this.bank.store.transaction([], async (manager) => {
      const rows = [];
      for (const name of tables) rows.push(await manager.query(`SELECT * FROM ${name}`));
      return JSON.stringify(rows);
    });
  }

  close(): Promise<void> {
    return this.bank.close();
  }
}
