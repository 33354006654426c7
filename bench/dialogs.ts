/**
 * What our conversation costs by itself: whole cases in one process, with a bank in memory, without a database, sealing
 * or HTTP: `npm run bench -- dialogs`.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { customerServiceTerminal } from '../bot/conversation.ts';
import type { Content, Delivery } from '../bot/turn/delivery.ts';
import type { Standing } from '../bot/turn/terminal.ts';
import { UnitOfWork } from '../kit/store/unitOfWork.ts';
import type { AuthenticationItem } from '../services/contract/items/index.ts';
import { SecureForm, secureFormContentType } from '../services/contract/secureForm.ts';
import { memoryCases, memoryClients } from './dialogs/memoryBank.ts';
import { table, withRange } from './turns/figures.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '10' }, cases: { type: 'string', default: '200' } },
});
const [rounds, cases] = [Number(values.rounds), Number(values.cases)];

const terminal = customerServiceTerminal({
  clients: memoryClients(),
  cases: memoryCases,
  desk: { open: async () => 'C-1000001' },
  handoffNotes: { note: async () => {} },
  agentHours: undefined,
  agentPhone: undefined,
  clock: () => new Date(),
  pause: async () => {},
  log: pino({ level: 'silent' }),
});

/** One conversation, which keeps its state as the turn engine does. */
class Conversation {
  readonly #id = randomUUID();
  #standing: Standing = { state: undefined, awaits: undefined };
  #form: SecureForm | undefined;

  /** @returns the ids of what was said */
  async takes(content: Content): Promise<string> {
    const delivery: Delivery = {
      reference: {
        ...{ channelId: 'directline', serviceUrl: 'urn:bench', user: 'customer', bot: 'bot' },
        conversation: { id: this.#id },
      },
      id: randomUUID(),
      locale: 'en',
    };
    const sealed = await terminal.seal(delivery, content, this.#standing);
    if (!('heard' in sealed)) throw new Error('the delivery was refused');
    const { replies, standing } = await terminal.converse(
      delivery,
      sealed.heard,
      this.#standing,
      new UnitOfWork(),
    );
    this.#standing = standing ?? this.#standing;
    const attached = replies.flatMap(({ attachments = [] }) => attachments);
    const form = attached.find(({ contentType }) => contentType === secureFormContentType);
    if (form) this.#form = SecureForm.parse(form.content);
    return replies.map(({ channelData }) => String(channelData?.thawline?.messageId)).join(' ');
  }

  gives(item: AuthenticationItem): Content {
    const { id, attempt } = this.#form?.authenticationRequest ?? {};
    const value = { authenticationRequest: id, item, attempt, envelope: 'e..n.v.l' };
    return { what: 'event', name: 'authenticationInformation', value };
  }
}

const words = (text: string): Content => ({ what: 'words', text });
const turns: readonly { name: string; content: (conversation: Conversation) => Content; hears: string }[] = [
  { name: 'begin', content: () => ({ what: 'arrives' }), hears: 'greeting' },
  { name: 'status', content: () => words('check my card'), hears: 'cardNumber.ask' },
  { name: 'card', content: () => words('6200000000000011114'), hears: 'unfreeze.confirm' },
  { name: 'yes', content: () => words('yes'), hears: 'identityDocument' },
  { name: 'document', content: (one) => one.gives('identityDocument'), hears: 'transactionPassword' },
  { name: 'password', content: (one) => one.gives('transactionPassword'), hears: 'outcome.unfrozen' },
];

/** So many conversations side by side, one turn after the other. @returns CPU in ms a turn, by the turn's name */
async function round(): Promise<Map<string, number>> {
  const conversations = Array.from({ length: cases }, () => new Conversation());
  const taken = new Map<string, number>();
  for (const { name, content, hears } of turns) {
    const begun = process.cpuUsage();
    for (const conversation of conversations) {
      const said = await conversation.takes(content(conversation));
      if (!said.includes(hears)) throw new Error(`${hears} was to be said, not ${said}`);
    }
    const { user, system } = process.cpuUsage(begun);
    taken.set(name, (user + system) / 1000 / cases);
  }
  const sum = [...taken.values()].reduce((total, one) => total + one, 0);
  // The beginning is nobody's turn, and is charged to those that are.
  return taken.set('**a turn, on average**', sum / (turns.length - 1));
}

await round();
const measured: Map<string, number>[] = [];
for (let done = 0; done < rounds; done++) measured.push(await round());
const names = [...(measured[0]?.keys() ?? [])];
const rows = names.map((name) => [
  name,
  withRange(
    measured.map((one) => one.get(name) ?? 0),
    2,
  ),
]);
process.stdout.write(`\n${table(['turn', 'CPU ms'], rows)}`);
