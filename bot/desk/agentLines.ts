import { IsNull } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import type { Clock } from '../../kit/time.ts';
import type { CaseId } from '../../services/contract/handoff.ts';
import { HandoffPacket } from '../../services/contract/handoffPacket.ts';
import { HandoffCaseRows } from './handoffCasesTable.ts';
import { waitsAgain } from './waitsAgain.ts';

/** A number (E.164) or a SIP address of each agent, by their login; `shared` is for everybody else. */
export type Telephones = { own: ReadonlyMap<string, string>; shared: string | undefined };

type AgentLinesDependencies = {
  store: Store;
  telephones: Telephones;
  clock: Clock;
  /** Is called when something has to be told to a conversation. */
  tellSoon?: () => void;
};

/** The telephones of agents, to which calls are put through. The bank's settings name them, and no page: else a call could be sent anywhere. */
export class AgentLines {
  readonly #parts: AgentLinesDependencies;

  constructor(parts: AgentLinesDependencies) {
    this.#parts = parts;
  }

  /** The telephone of who has the case, with what a SIP telephone is told of it: no secret, and no number whole. */
  async lineOf(id: CaseId): Promise<{ to: string; headers: Record<string, string> } | undefined> {
    const { store, telephones } = this.#parts;
    const row = await store.read((manager) => manager.findOneBy(HandoffCaseRows, { id, closedAt: IsNull() }));
    if (!row?.agent) return undefined;
    const to = telephones.own.get(row.agent) ?? telephones.shared;
    if (to === undefined) return undefined;
    const { language, reason, lastFour } = HandoffPacket.parse(JSON.parse(row.packet));
    return {
      to,
      headers: {
        'X-Thawline-Case': id,
        'X-Thawline-Language': language,
        'X-Thawline-Topic': reason,
        ...(lastFour !== null && { 'X-Thawline-Last-Four': lastFour }),
      },
    };
  }

  /** An agent's telephone was not answered: the case waits again, whoever has it. */
  async missed(id: CaseId): Promise<void> {
    const { store, clock, tellSoon } = this.#parts;
    await store.transaction([], async (manager) => {
      const row = await manager.findOneBy(HandoffCaseRows, { id, closedAt: IsNull(), waitsSince: IsNull() });
      if (row) await waitsAgain(manager, row, clock());
    });
    tellSoon?.();
  }
}
