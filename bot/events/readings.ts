import { plainSql } from '../../kit/store/plainSql.ts';
import type { Store } from '../../kit/store/store.ts';
import type {
  CaseSeen,
  ConversationReadings,
  ConversationsRead,
  Count,
  MissedSentence,
  Readings,
  ReadingsAsked,
} from '../../services/contract/conversationsRead.ts';
import { stages } from '../../services/contract/operatorFigures.ts';

/** So many cases are listed, the newest first, and so many sentences, the most frequent first. */
const mostCases = 50;
const mostSentences = 20;
/** More than a case has. */
const eventsOfACase = 100;

/** How far a stage is, so that the largest is the farthest. */
const stageNumber = `CASE step ${stages.map((stage, place) => `WHEN '${stage}' THEN ${place}`).join(' ')} ELSE 0 END`;

/** What the bot's half tells of its conversations: counts, and cases without anybody's identity. */
export class BotReadings implements ConversationReadings {
  readonly #store: Store;
  readonly #keepsMissed: boolean;

  /** @param options `keepsMissed`: whether sentences that were not understood are kept */
  constructor({ store, keepsMissed = false }: { store: Store; keepsMissed?: boolean }) {
    this.#store = store;
    this.#keepsMissed = keepsMissed;
  }

  async read({ from, until, casesFrom }: ReadingsAsked): Promise<ConversationsRead> {
    return {
      readings: await this.#readings(from, until),
      cases: await this.#cases(casesFrom, mostCases),
      missed: this.#keepsMissed ? await this.#missed(from, until) : null,
    };
  }

  #readings(from: string, until: string): Promise<Readings> {
    const counted = `SELECT kind, channel, language, step, outcome, reason, SUM(count) AS count
      FROM bot_event_hours WHERE hour >= ? AND hour <= ?
      GROUP BY kind, channel, language, step, outcome, reason`;
    const byHour = `SELECT hour,
        SUM(CASE WHEN step = 'begun' THEN count ELSE 0 END) AS begun,
        SUM(CASE WHEN step = 'unfrozen' THEN count ELSE 0 END) AS unfrozen
      FROM bot_event_hours WHERE hour >= ? AND hour <= ? AND kind = 'reached' GROUP BY hour ORDER BY hour`;
    return this.#store.read(async (manager) => {
      const counts = await plainSql<Count>(manager, counted, [from, until]);
      const hours = await plainSql<Readings['hours'][number]>(manager, byHour, [from, until]);
      return {
        counts: counts.map((row) => ({ ...row, count: Number(row.count) })),
        hours: hours.map(({ hour, begun, unfrozen }) => ({
          hour,
          begun: Number(begun),
          unfrozen: Number(unfrozen),
        })),
      };
    });
  }

  #cases(from: string, most: number): Promise<CaseSeen[]> {
    // Of the newest events alone it is read whose they are: a day has more of them than anybody waits for.
    const newest = `SELECT subject FROM (SELECT subject, at FROM bot_events WHERE at >= ? ORDER BY at DESC
      LIMIT ${most * eventsOfACase}) AS latest GROUP BY subject ORDER BY MAX(at) DESC LIMIT ${most}`;
    const statement = `SELECT subject AS "case", MIN(at) AS "begunAt", MAX(at) AS "lastAt",
        MAX(channel) AS channel, MAX(language) AS language,
        MAX(CASE WHEN kind = 'reached' THEN ${stageNumber} ELSE 0 END) AS stage,
        MAX(CASE kind WHEN 'entered' THEN at || '1' || step WHEN 'left' THEN at || '0' ELSE '' END) AS step,
        MAX(CASE WHEN kind IN ('attempted', 'linkEnded') THEN at || outcome ELSE '' END) AS outcome,
        MAX(CASE WHEN kind = 'handedOver' THEN 1 ELSE 0 END) AS "handedOver"
      FROM bot_events WHERE at >= ? AND subject IN (${newest})
      GROUP BY subject ORDER BY MAX(at) DESC LIMIT ${most}`;
    return this.#store.read(async (manager) => {
      const rows = await plainSql<Record<keyof CaseSeen, string | number>>(manager, statement, [from, from]);
      return rows.map(({ stage, step, outcome, handedOver, ...row }) => ({
        ...(row as Pick<CaseSeen, 'case' | 'begunAt' | 'lastAt' | 'channel' | 'language'>),
        stage: stages[Number(stage)] ?? 'begun',
        step: /Z1(.+)$/.exec(String(step))?.[1] ?? '',
        outcome: String(outcome).slice(24),
        handedOver: Number(handedOver) === 1,
      }));
    });
  }

  /** The sentences that came most often, however they were written large or small. */
  #missed(from: string, until: string): Promise<MissedSentence[]> {
    const statement = `SELECT LOWER(words) AS words, language, COUNT(*) AS count FROM missed_sentences
      WHERE at >= ? AND at <= ? GROUP BY LOWER(words), language
      ORDER BY COUNT(*) DESC, MAX(at) DESC LIMIT ${mostSentences}`;
    return this.#store.read(async (manager) => {
      const found = await plainSql<MissedSentence>(manager, statement, [from, until]);
      return found.map((row) => ({ ...row, count: Number(row.count) }));
    });
  }
}
