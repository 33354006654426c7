import type { Logger } from 'pino';
import { loggedError } from '../../../kit/loggedError.ts';
import { Rounds } from '../../../kit/rounds.ts';
import { PreparedTable } from '../../../kit/store/preparedTable.ts';
import { In, IsNotNull, IsNull } from '../../../kit/store/query.ts';
import type { Store } from '../../../kit/store/store.ts';
import { type Clock, instant, later, minutes, seconds } from '../../../kit/time.ts';
import type { DeskLine } from '../../../services/contract/desk.ts';
import { HandoffPacket } from '../../../services/contract/handoffPacket.ts';
import type { Desk } from '../desk.ts';
import { type HandoffCaseRow, HandoffCaseRows } from '../handoffCasesTable.ts';
import { type ChatwootCaseRow, ChatwootCaseRows } from './chatwootCasesTable.ts';
import type { ChatwootClient } from './chatwootClient.ts';
import { messageOf } from './chatwootLines.ts';
import { type ChannelNames, type ChatwootWords, headNote, messageFor } from './chatwootNotes.ts';

/** Longer than Chatwoot may take for the requests between two notes of how far it has come. */
const claimLasts = 30 * seconds;
const firstWait = 2 * seconds;
const longestWait = 5 * minutes;
/** How a conversation stands there is asked this often, in case a webhook about it was lost. */
const looksEvery = 30 * seconds;
/** How often it is asked who is there; less than a page of our own may be silent. */
const agentsEvery = 8 * seconds;

const rows = new PreparedTable(ChatwootCaseRows);

export type ChatwootCasesDependencies = {
  store: Store;
  desk: Desk;
  client: ChatwootClient;
  words: ChatwootWords;
  channels: ChannelNames;
  clock: Clock;
  log: Pick<Logger, 'warn' | 'error'>;
};

/**
 * Brings the cases of the desk to Chatwoot, line by line, each once and in their order, whatever process does it and
 * whatever dies; and takes over who is there, who has a case and what is resolved.
 */
export class ChatwootCases {
  readonly #parts: ChatwootCasesDependencies;
  readonly #rounds: Rounds;
  readonly #askings: Rounds;

  constructor(parts: ChatwootCasesDependencies) {
    this.#parts = parts;
    const { log } = parts;
    this.#rounds = new Rounds({
      ...{ work: () => this.#round(), every: 1 * seconds },
      ...{ log, trouble: 'cases cannot be brought to Chatwoot' },
    });
    this.#askings = new Rounds({
      ...{ work: () => this.#asksWhoIsThere(), every: agentsEvery },
      ...{ log, trouble: 'Chatwoot does not say which agents are there' },
    });
  }

  /** @returns what ends it */
  start(): () => void {
    const stops = [this.#rounds.start(), this.#askings.start()];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** One look, which takes what is written by now. Never rejects. */
  async round(): Promise<void> {
    await this.#askings.last();
    await this.#rounds.last();
  }

  /** Asks soon for how a conversation stands: a webhook says that it has changed, and not in which order. */
  async looksAt(conversation: number): Promise<void> {
    const { store, clock } = this.#parts;
    const lookAt = instant(clock());
    await store.transaction([], (manager) => manager.update(ChatwootCaseRows, { conversation }, { lookAt }));
    void this.#rounds.last();
  }

  async #asksWhoIsThere(): Promise<void> {
    const { client, desk } = this.#parts;
    for (const { login, paused } of await client.agents()) await desk.isThere(login, { paused });
  }

  async #round(): Promise<void> {
    const { store } = this.#parts;
    await this.#takesIn();
    const [there, cases] = await store.read(async (manager) => {
      const open = await manager.findBy(ChatwootCaseRows, { nextTryAt: IsNotNull() });
      const found = open.length > 0 ? { id: In(open.map((one) => one.case)) } : undefined;
      return [open, found ? await manager.findBy(HandoffCaseRows, found) : []] as const;
    });
    const byId = new Map(cases.map((one) => [one.id, one]));
    await Promise.all(
      there.map(async (row) => {
        const ofDesk = byId.get(row.case);
        if (!ofDesk) return;
        await this.#brings(row, ofDesk);
        if (!ofDesk.closedAt) await this.#follows(row, ofDesk);
      }),
    );
  }

  /** Notes the cases that are new. */
  async #takesIn(): Promise<void> {
    const { store, clock } = this.#parts;
    const fresh = await store.read(async (manager) => {
      const where = { closedAt: IsNull(), setAsideAt: IsNull() };
      const open = await manager.find(HandoffCaseRows, { select: { id: true }, where });
      const there = await manager.find(ChatwootCaseRows, {
        select: { case: true },
        where: { nextTryAt: IsNotNull() },
      });
      const known = new Set(there.map((one) => one.case));
      return open.filter(({ id }) => !known.has(id));
    });
    const now = instant(clock());
    for (const { id } of fresh) {
      const begun = { conversation: null, brought: 0, settled: 0, lastCommand: 0, tries: 0, assignee: null };
      const row: ChatwootCaseRow = { case: id, ...begun, nextTryAt: now, lookAt: now };
      await store.transaction([], (manager) => rows.insertNew(manager, row));
    }
  }

  async #brings(row: ChatwootCaseRow, ofDesk: HandoffCaseRow): Promise<void> {
    const { desk, clock, log } = this.#parts;
    if ((row.nextTryAt ?? '') > instant(clock())) return;
    const lines = ofDesk.lines > row.settled ? await desk.lines(row.case, row.settled) : [];
    if (!hasNews(row, ofDesk, lines)) return;
    const claim = await this.#claims(row);
    if (!claim) return;
    try {
      await this.#bringsAll(claim, ofDesk, lines);
    } catch (error) {
      const facts = { err: loggedError(error), case: row.case, tries: claim.row.tries };
      if (claim.row.tries === 1) log.warn(facts, 'a case could not be brought to Chatwoot: trying again');
      const wait = Math.min(firstWait * 2 ** Math.min(claim.row.tries - 1, 20), longestWait);
      await claim.notes({ nextTryAt: instant(later(clock(), wait)) });
    }
  }

  /** What is in doubt, since an earlier try has died or got no answer, is looked for before it is written again. */
  async #bringsAll(claim: Claim, ofDesk: HandoffCaseRow, lines: readonly DeskLine[]): Promise<void> {
    const { client, words, channels } = this.#parts;
    const { row } = claim;
    const packet = HandoffPacket.parse(JSON.parse(ofDesk.packet));
    const isInDoubt = row.tries > 1;
    let isNew = row.conversation === null;
    const conversation =
      row.conversation ?? (await client.opens(`thawline:${row.case}:${ofDesk.openedAt}`, row.case));
    const there = isInDoubt || isNew ? await client.newest(conversation) : new Set<string>();
    const says = async (message: Parameters<typeof client.says>[1]) => {
      if (!there.has(message.sourceId)) await client.says(conversation, message);
    };
    if (isNew) {
      await says(headNote(ofDesk, packet, { words, channels }));
      await claim.keeps({ conversation });
      isNew = false;
    }
    const place = { case: row.case, conversation };
    for (const line of lines.filter(({ number }) => number > row.brought)) {
      const isTheirs = messageOf(place, line.id) !== undefined;
      if (!isTheirs) await says(messageFor(line, words[packet.language]));
      await claim.keeps({ brought: line.number });
    }
    for (const line of settledIn(lines)) {
      const message = messageOf(place, line.id);
      if (message !== undefined && line.delivered === 'told')
        await client.marks(conversation, message, 'delivered');
      if (message !== undefined && line.delivered === 'lost')
        await client.marks(conversation, message, 'failed', words[packet.language].undelivered);
      await claim.keeps({ settled: line.number });
    }
    const isAll = ofDesk.closedAt !== null && settledIn(lines).length === lines.length;
    if (isAll) await client.resolves(conversation);
    await claim.notes({ tries: 0, nextTryAt: isAll ? null : instant(this.#parts.clock()) });
  }

  /** A claim that its holder renews with each step; who has lost it writes nothing more. */
  async #claims(row: ChatwootCaseRow): Promise<Claim | undefined> {
    const { store, clock } = this.#parts;
    const { brought, settled, nextTryAt } = row;
    let held = { brought, settled, nextTryAt };
    const notes = async (becomes: Partial<ChatwootCaseRow>): Promise<boolean> => {
      const asItStood = { case: row.case, ...held };
      const written = await store.transaction([], (manager) => rows.update(manager, asItStood, becomes));
      held = { ...held, ...becomes };
      return written === 1;
    };
    const until = () => instant(later(clock(), claimLasts));
    const keeps = async (becomes: Partial<ChatwootCaseRow>) => {
      if (!(await notes({ ...becomes, nextTryAt: until() }))) throw new Error('another process goes on');
    };
    const claim = { row: { ...row, tries: row.tries + 1 }, notes, keeps };
    return (await notes({ tries: claim.row.tries, nextTryAt: until() })) ? claim : undefined;
  }

  /** Takes over what an agent has done with a conversation there. */
  async #follows(row: ChatwootCaseRow, ofDesk: HandoffCaseRow): Promise<void> {
    const { store, clock, client, desk, log } = this.#parts;
    const { case: id, conversation, lookAt } = row;
    const now = clock();
    if (conversation === null || lookAt > instant(now)) return;
    const next = { lookAt: instant(later(now, looksEvery)) };
    const { affected } = await store.transaction([], (manager) =>
      manager.update(ChatwootCaseRows, { case: id, lookAt }, next),
    );
    if (affected !== 1) return;
    try {
      const { status, assignee } = await client.standing(conversation);
      if (status === 'resolved') {
        const login = assignee ?? ofDesk.agent ?? resolver;
        await desk.close(id, { login, isSupervisor: true });
        return;
      }
      if ((assignee ?? null) === row.assignee) return;
      if (assignee === undefined) {
        if (ofDesk.agent !== null && ofDesk.agent === row.assignee)
          await desk.passOn(id, { login: ofDesk.agent, isSupervisor: false }, null);
      } else if ((await desk.claim(id, assignee)).outcome === 'taken')
        await desk.passOn(id, { login: assignee, isSupervisor: true }, assignee);
      await store.transaction([], (manager) =>
        manager.update(ChatwootCaseRows, { case: id }, { assignee: assignee ?? null }),
      );
    } catch (error) {
      log.warn({ err: loggedError(error), case: id }, 'Chatwoot does not say how a case stands there');
    }
  }
}

type Claim = {
  row: ChatwootCaseRow;
  /** @returns false where the claim has gone to somebody else */
  notes(becomes: Partial<ChatwootCaseRow>): Promise<boolean>;
  /** Notes how far it has come, and goes on. */
  keeps(becomes: Partial<ChatwootCaseRow>): Promise<void>;
};

/** Who stands in the trail where Chatwoot itself has resolved a conversation that nobody had. */
const resolver = 'chatwoot';

/** The lines at the beginning of which it is known what became of them. */
function settledIn(lines: readonly DeskLine[]): readonly DeskLine[] {
  const first = lines.findIndex(({ delivered }) => delivered === 'pending');
  return first < 0 ? lines : lines.slice(0, first);
}

function hasNews(row: ChatwootCaseRow, { closedAt }: HandoffCaseRow, lines: readonly DeskLine[]): boolean {
  if (row.conversation === null || closedAt !== null) return true;
  return lines.some(({ number }) => number > row.brought) || settledIn(lines).length > 0;
}
