import { UnfreezeError } from '../../kit/errors.ts';
import type { Language } from '../../kit/language.ts';
import { type EntityManager, In, IsNull, Not } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, type Instant, instant, later } from '../../kit/time.ts';
import {
  type DeskActed as Acted,
  type AgentName,
  type AuthenticationEnd,
  type DeskCase,
  type DeskConversation,
  type DeskLine,
  type DeskWord,
  type LineGiven,
  longestAgentText,
} from '../../services/contract/desk.ts';
import type { CaseId } from '../../services/contract/handoff.ts';
import { HandoffPacket } from '../../services/contract/handoffPacket.ts';
import type { OperatorAct } from '../../services/contract/operatorAct.ts';
import type { Agent } from './agents.ts';
import { DeskAgentRows } from './deskAgentsTable.ts';
import { addLine, tellClosed } from './deskLines.ts';
import { type DeskLineRow, DeskLineRows } from './deskLinesTable.ts';
import { type HandoffCaseRow, HandoffCaseRows } from './handoffCasesTable.ts';
import { noteOperatorAct } from './operatorActs.ts';
import { presentAgents } from './presence.ts';
import { isSpoken } from './spoken.ts';
import { patience, placeInQueue } from './waitingRoom.ts';

type DeskDependencies = {
  store: Store;
  clock: Clock;
  /** Takes secrets and numbers out: an agent may be told one, and types it. */
  masked: (text: string) => string;
  /** Canned answers by their ids, in each language. */
  answers?: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** Is called when something has to be told to a conversation. */
  tellSoon?: () => void;
};

/** What agents do with cases. Each act is one transaction, which notes it for the audit trail under the agent's login. */
export class Desk {
  readonly #parts: DeskDependencies;

  constructor(parts: DeskDependencies) {
    this.#parts = parts;
  }

  /** An agent's page is open. */
  async isThere(login: AgentName, { paused }: { paused: boolean }): Promise<void> {
    const { store, clock } = this.#parts;
    const now = instant(clock());
    const row = { login, seenAt: now, pausedAt: paused ? now : null };
    await store.transaction([], (manager) => manager.upsert(DeskAgentRows, row, ['login']));
  }

  /** An agent has logged out, or closed the page. */
  async hasLeft(login: AgentName): Promise<void> {
    await this.#parts.store.transaction([], (manager) => manager.delete(DeskAgentRows, { login }));
  }

  /** The agents who could take a case now. */
  present(): Promise<string[]> {
    const { store, clock } = this.#parts;
    return store.read((manager) => presentAgents(manager, clock()));
  }

  /** Every case that is open, but those that were set aside: first what cannot wait, then the oldest. */
  cases(): Promise<DeskCase[]> {
    return this.#parts.store.read(async (manager) => {
      const rows = await manager.find(HandoffCaseRows, {
        where: { closedAt: IsNull(), setAsideAt: IsNull() },
        order: { openedAt: 'ASC', id: 'ASC' },
      });
      return rows.toSorted((one, other) => other.comesFirst - one.comesFirst).map(shown);
    });
  }

  /** A case with all of its lines, which is noted: whoever reads what a customer has said is in the trail. */
  conversation(id: CaseId, by: AgentName): Promise<DeskConversation | undefined> {
    return this.#parts.store.transaction([], async (manager) => {
      const row = await manager.findOneBy(HandoffCaseRows, { id, closedAt: IsNull() });
      if (!row) return undefined;
      await this.#note(manager, { did: 'caseRead', case: id }, by);
      const { transcript } = packetOf(row);
      return { case: shown(row), transcript, lines: await linesAfter(manager, id, 0) };
    });
  }

  /** The lines of a case after a number, and older lines whose delivery has ended since then (see `delivered`). */
  lines(id: CaseId, after: number): Promise<DeskLine[]> {
    return this.#parts.store.read((manager) => linesAfter(manager, id, after));
  }

  /** Gives a case to an agent. Where two agents claim it at once, one of them gets it. */
  claim(id: CaseId, by: AgentName): Promise<Acted> {
    return this.#acts(by, async (manager, now) => {
      const taken = { agent: by, waitsSince: null, nextLookAt: null };
      const free = { id, closedAt: IsNull(), agent: IsNull() };
      const { affected } = await manager.update(HandoffCaseRows, free, taken);
      if (affected !== 1) return this.#whyNot(manager, id, by);
      await this.#tells(manager, id, now, { says: 'agentCame', case: id });
      await this.#note(manager, { did: 'caseClaimed', case: id }, by);
      return done;
    });
  }

  /**
   * @param line is written once, however often it is sent
   * @throws UnfreezeError `messageInvalid`, `messageTooLarge`
   */
  async write(id: CaseId, by: AgentName, line: LineGiven): Promise<Acted> {
    const said = line.text ?? (await this.#answer(id, line.answer ?? ''));
    const text = this.#parts.masked(said).trim();
    if (text === '') throw new UnfreezeError('messageInvalid', 'nothing was written');
    if (text.length > longestAgentText) {
      throw new UnfreezeError('messageTooLarge', `more than ${longestAgentText} signs`);
    }
    return this.#ofOwn(id, { login: by, isSupervisor: false }, async (manager, now) => {
      if (await manager.existsBy(DeskLineRows, { id: line.id })) return 'done';
      if (isSpoken(await manager.findOneByOrFail(HandoffCaseRows, { id }))) return 'onTelephone';
      const word = { says: 'agentWrites', case: id, text } as const;
      await addLine(manager, { id: line.id, case: id, from: 'agent', by, text, at: now, word });
      await this.#note(manager, { did: 'caseAnswered', case: id }, by);
      return 'done';
    });
  }

  /** Has the customer asked to show who they are, so that the card spoken of last can be unfrozen. */
  authenticate(id: CaseId, by: AgentName): Promise<Acted> {
    return this.#ofOwn(id, { login: by, isSupervisor: false }, async (manager, now) => {
      const card = packetOf(await manager.findOneByOrFail(HandoffCaseRows, { id })).cards.at(-1);
      if (!card) return 'noCard';
      await this.#tells(manager, id, now, { says: 'authenticate', case: id, card });
      await this.#note(manager, { did: 'authenticationWanted', case: id, card: card.card }, by);
      return 'done';
    });
  }

  /** Starts the unfreezing after a match. Whether it is still allowed the processor says, and how it ends is a line. */
  unfreeze(id: CaseId, by: AgentName): Promise<Acted> {
    return this.#ofOwn(id, { login: by, isSupervisor: false }, async (manager, now) => {
      const card = packetOf(await manager.findOneByOrFail(HandoffCaseRows, { id })).cards.at(-1);
      const [ended] = await manager.find(DeskLineRows, {
        where: { case: id, from: 'desk', text: In([...authenticationEnds]) },
        order: { number: 'DESC' },
        take: 1,
      });
      if (ended?.text !== 'matched' || !card) return 'notMatched';
      await this.#tells(manager, id, now, { says: 'unfreeze', case: id });
      await this.#note(manager, { did: 'unfreezingStarted', case: id, card: card.card }, by);
      return 'done';
    });
  }

  /** Hands a case over: to another agent, or back to the queue. A supervisor does so with anybody's. */
  passOn(id: CaseId, by: Agent, to: AgentName | null): Promise<Acted> {
    return this.#ofOwn(id, by, async (manager, now) => {
      const again = { waitsSince: now, nextLookAt: instant(later(new Date(now), patience)) };
      await manager.update(HandoffCaseRows, { id }, { agent: to, ...(to === null && again) });
      if (to === null) await this.#waitsAgain(manager, id, now);
      else if (isSpoken(await manager.findOneByOrFail(HandoffCaseRows, { id })))
        await this.#tells(manager, id, now, { says: 'agentCame', case: id });
      await this.#note(manager, { did: 'casePassedOn', case: id, to }, by.login);
      return 'done';
    });
  }

  close(id: CaseId, by: Agent): Promise<Acted> {
    return this.#ofOwn(id, by, async (manager, now) => {
      const closed = { closedAt: now, waitsSince: null, nextLookAt: null };
      await manager.update(HandoffCaseRows, { id }, closed);
      await tellClosed(manager, id, now);
      await this.#note(manager, { did: 'caseClosed', case: id }, by.login);
      return 'done';
    });
  }

  /** @param does with a case that is the agent's own, whose row is held until it is written; what it returns has come of it */
  #ofOwn(
    id: CaseId,
    by: Agent,
    does: (manager: EntityManager, now: Instant) => Promise<Acted['outcome']>,
  ): Promise<Acted> {
    return this.#acts(by.login, async (manager, now) => {
      const { login, isSupervisor } = by;
      const own = { id, closedAt: IsNull(), ...(!isSupervisor && { agent: login }) };
      const { affected } = await manager.update(HandoffCaseRows, own, { id });
      if (affected !== 1) return this.#whyNot(manager, id, login);
      return { outcome: await does(manager, now) };
    });
  }

  /** Runs an act in a transaction, and notes that the agent is present. */
  async #acts(
    login: AgentName,
    act: (manager: EntityManager, now: Instant) => Promise<Acted>,
  ): Promise<Acted> {
    const { store, clock, tellSoon } = this.#parts;
    const acted = await store.transaction([], async (manager) => {
      const now = instant(clock());
      await manager.upsert(DeskAgentRows, { login, seenAt: now }, ['login']);
      return act(manager, now);
    });
    if (acted.outcome === 'done') tellSoon?.();
    return acted;
  }

  async #whyNot(manager: EntityManager, id: CaseId, by: AgentName): Promise<Acted> {
    const row = await manager.findOneBy(HandoffCaseRows, { id, closedAt: IsNull() });
    if (!row) return { outcome: 'closed' };
    return { outcome: row.agent === by ? 'done' : 'taken' };
  }

  /** Tells a conversation a word, if the conversation can be reached. */
  async #tells(manager: EntityManager, id: CaseId, at: Instant, word: DeskWord): Promise<void> {
    if (await manager.existsBy(HandoffCaseRows, { id, reach: Not(IsNull()) }))
      await addLine(manager, { case: id, from: 'desk', at, word });
  }

  async #waitsAgain(manager: EntityManager, id: CaseId, now: Instant): Promise<void> {
    const { comesFirst } = await manager.findOneByOrFail(HandoffCaseRows, { id });
    const place = await placeInQueue(manager, { comesFirst, waitsSince: now });
    await this.#tells(manager, id, now, { says: 'agentLeft', case: id, place });
  }

  /** A canned answer in the language of the customer. */
  async #answer(id: CaseId, answer: string): Promise<string> {
    const row = await this.#parts.store.read((manager) => manager.findOneBy(HandoffCaseRows, { id }));
    const known = row && this.#parts.answers?.[packetOf(row).language];
    const text = known && Object.hasOwn(known, answer) ? known[answer] : undefined;
    if (row && text === undefined) throw new UnfreezeError('messageInvalid', 'no such canned answer');
    return text ?? answer;
  }

  #note(manager: EntityManager, act: AgentAct, who: AgentName): Promise<void> {
    const at = instant(this.#parts.clock());
    return noteOperatorAct(manager, { ...act, at, who, uid: null, by: null, why: null });
  }
}

type AgentAct = Extract<
  OperatorAct extends infer Act ? (Act extends OperatorAct ? Omit<Act, keyof ByAgent> : never) : never,
  {
    did:
      | 'caseRead'
      | 'caseClaimed'
      | 'caseAnswered'
      | 'authenticationWanted'
      | 'unfreezingStarted'
      | 'casePassedOn'
      | 'caseClosed';
  }
>;
type ByAgent = Pick<OperatorAct, 'at' | 'who' | 'uid' | 'by' | 'why'>;

const authenticationEnds: readonly AuthenticationEnd[] = [
  ...(['matched', 'notMatched', 'notHere', 'unfrozen', 'notUnfrozen'] as const),
];
const done: Acted = { outcome: 'done' };

function shown(row: HandoffCaseRow): DeskCase {
  const { id, openedAt, origin, agent, waitsSince, reach, lines } = row;
  const { transcript: _transcript, ...packet } = packetOf(row);
  return {
    ...{ case: id, openedAt, origin, agent, waitsSince, lines },
    waits: waitsSince !== null && agent === null,
    reachable: reach !== null,
    spoken: isSpoken(row),
    ...packet,
  };
}

function packetOf({ packet }: HandoffCaseRow): HandoffPacket {
  return HandoffPacket.parse(JSON.parse(packet));
}

async function linesAfter(manager: EntityManager, id: CaseId, after: number): Promise<DeskLine[]> {
  const rows = await manager.find(DeskLineRows, { where: { case: id }, order: { number: 'ASC' } });
  return rows.filter(({ number }) => number > after).map(lineOf);
}

function lineOf({ id, number, from, by, text, at, word, outcome }: DeskLineRow): DeskLine {
  const said = from === 'desk' && word !== null ? (JSON.parse(word) as DeskWord).says : text;
  const delivered = word === null ? null : (outcome ?? 'pending');
  return { id, number, from, by, text: said, at, delivered };
}
