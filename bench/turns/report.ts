import { median } from '../medians.ts';
import { percentile, perTurn, perTurnUnchecked, type Round, ratios, table, withRange } from './figures.ts';
import { base, measured } from './servers.ts';
import { before } from './subjects.ts';

export type Rounds = ReadonlyMap<string, readonly Round[]>;

const isWholeCase = (name: string) => name.endsWith('whole case');

/** Turns a CPU second as a share of the waterfall's: 1 is as cheap, 0.1 costs ten times as much. */
function shares(its: readonly Round[], rounds: Rounds): number[] {
  return ratios((rounds.get(base) ?? []).map(perTurn), its.map(perTurn));
}

/** What every server took, as a table. */
export function allServers(rounds: Rounds): string {
  const head = [
    'server',
    'CPU ms a turn',
    'of which without Argon2id',
    'turns a CPU second, of the waterfall’s',
    'alone: p50 / p99 ms',
    'many clients: p50 / p99 ms',
    'turns',
    'wrong',
  ];
  const rows = [...rounds].map(([name, its]) => {
    const alone = its.flatMap((round) => round.alone.turns);
    const loaded = its.flatMap((round) => round.loaded.turns);
    const wrong = its.flatMap((round) => [...round.alone.wrong, ...round.loaded.wrong]).length;
    const times = (turns: number[]) =>
      `${percentile(turns, 0.5).toFixed(1)} / ${percentile(turns, 0.99).toFixed(1)}`;
    const unchecked = isWholeCase(name) ? withRange(its.map(perTurnUnchecked), 2) : '';
    const share = rounds.has(base) ? withRange(shares(its, rounds), 3) : '';
    const count = String(alone.length + loaded.length);
    return [
      ...[name, withRange(its.map(perTurn), 2), unchecked, share],
      ...[times(alone), times(loaded), count, String(wrong)],
    ];
  });
  return table(head, rows);
}

/** CPU a turn beside that of another checkout in the same round: 0.5 takes half of it. */
export function gains(rounds: Rounds): string {
  const ours = [...rounds.keys()].filter((name) => rounds.has(before(name)));
  const rows = ours.map((name) => {
    const [now = [], then = []] = [rounds.get(name), rounds.get(before(name))];
    const unchecked = ratios(now.map(perTurnUnchecked), then.map(perTurnUnchecked));
    const times = ratios(now.map(perTurn), then.map(perTurn));
    return [name, withRange(times, 2), isWholeCase(name) ? withRange(unchecked, 2) : ''];
  });
  return table(['case', 'CPU a turn, times that of before', 'without Argon2id'], rows);
}

/** Our own cases in one line, as `docs/performance.md` keeps one for each step. */
export function oneRow(commit: string, rounds: Rounds, counts: string): string {
  const ours = measured.filter(({ name, peer }) => peer === undefined && rounds.has(name));
  const cells = ours.map(({ name }) => {
    const its = rounds.get(name) ?? [];
    const cpu = median(its.map(perTurn)).toFixed(2);
    return rounds.has(base) ? `${cpu} / ${median(shares(its, rounds)).toFixed(3)}` : cpu;
  });
  return table(['step', ...ours.map(({ name }) => name), 'a web case'], [[commit, ...cells, counts]]);
}
