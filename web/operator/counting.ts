import type { Count, Readings } from '../../services/contract/conversationsRead.ts';
import type { FunnelStage } from '../../services/contract/operatorFigures.ts';
import { stages } from '../../services/contract/operatorFigures.ts';
import { timeWithin } from '../../services/contract/timesTaken.ts';

/** What is looked at: an empty text means all. */
export type Filter = { channel: string; language: string };

export function sum(counts: readonly Count[], of: Partial<Count>): number {
  const wanted = Object.entries(of);
  return counts
    .filter((one) => wanted.every(([name, value]) => one[name as keyof Count] === value))
    .reduce((all, { count }) => all + count, 0);
}

export function within(counts: readonly Count[], { channel, language }: Filter): Count[] {
  return counts.filter(
    (one) => (channel === '' || one.channel === channel) && (language === '' || one.language === language),
  );
}

export function funnel(counts: readonly Count[]): { stage: FunnelStage; count: number }[] {
  return stages.map((stage) => ({ stage, count: sum(counts, { kind: 'reached', step: stage }) }));
}

export type StepCount = { step: string; entered: number; on: number; out: number; silent: number };

/** Who came to a step and is not among those who left it has gone without a word, or is there still. */
export function stepCounts(counts: readonly Count[]): StepCount[] {
  const steps = [...new Set(counts.filter(({ kind }) => kind === 'entered').map(({ step }) => step))];
  return steps
    .map((step) => {
      const entered = sum(counts, { kind: 'entered', step });
      const on = sum(counts, { kind: 'left', step, outcome: 'on' });
      const out = sum(counts, { kind: 'left', step, outcome: 'out' });
      return { step, entered, on, out, silent: Math.max(0, entered - on - out) };
    })
    .sort((one, other) => other.entered - one.entered);
}

/** Cards unfrozen by what they were frozen for, the most first. */
export function byReason(bank: readonly Count[]): { reason: string; count: number }[] {
  const unfrozen = bank.filter(({ kind }) => kind === 'cardUnfrozen');
  const reasons = [...new Set(unfrozen.map(({ reason }) => reason))];
  return reasons
    .map((reason) => ({ reason, count: sum(unfrozen, { reason }) }))
    .sort((one, other) => other.count - one.count);
}

export type MessageFates = {
  kind: string;
  sent: number;
  arrived: number;
  givenUp: number;
  unreached: number;
};

/** What has become of messages to customers, by their kind. The bank's own sender is another way of the same message. */
export function messageFates(bank: readonly Count[]): MessageFates[] {
  const of = (kind: string, outcome: string) => sum(bank, { kind, outcome });
  const told = ['messageSent', 'messageGivenUp', 'receiptSentByBank', 'receiptArrived', 'receiptUnreached'];
  const kinds = new Set(bank.filter(({ kind }) => told.includes(kind)).map(({ outcome }) => outcome));
  return [...kinds].sort().map((kind) => ({
    kind,
    sent: of('messageSent', kind) + of('receiptSentByBank', kind),
    arrived: of('receiptArrived', kind),
    givenUp: of('messageGivenUp', kind),
    unreached: of('receiptUnreached', kind),
  }));
}

type LinkFates = {
  kind: 'secureLink' | 'secureCode';
  askedFor: number;
  entered: number;
  ended: number;
  denied: number;
};

/** What has become of links and codes for the form: none where nobody has asked for one. A link is opened, and not entered. */
export function linkFates(bank: readonly Count[]): LinkFates[] {
  const kinds = ['secureLink', 'secureCode'] as const;
  const fates = kinds.map((kind) => ({
    kind,
    askedFor: sum(bank, { kind: 'secureLinkRequested', outcome: kind }),
    entered: kind === 'secureCode' ? sum(bank, { kind: 'secureCodeEntered' }) : 0,
    ended: kind === 'secureCode' ? sum(bank, { kind: 'secureCodeEnded' }) : 0,
    denied: kind === 'secureLink' ? sum(bank, { kind: 'secureLinkDenied' }) : 0,
  }));
  return fates.filter(({ askedFor, entered, ended, denied }) => askedFor + entered + ended + denied > 0);
}

export function valuesOf(readings: Readings | null, name: 'channel' | 'language'): string[] {
  return [...new Set((readings?.counts ?? []).map((one) => one[name]).filter(Boolean))].sort();
}

/** What customers said who were asked at the end whether it is solved; `silent` have not answered. */
export function solvedCounts(counts: readonly Count[]): { yes: number; no: number; silent: number } {
  const yes = sum(counts, { kind: 'solved', outcome: 'yes' });
  const no = sum(counts, { kind: 'solved', outcome: 'no' });
  return { yes, no, silent: Math.max(0, sum(counts, { kind: 'askedWhetherSolved' }) - yes - no) };
}

/** Cases that were unfrozen or answered without a person, whose customer has not come back within a day. */
export function containment(counts: readonly Count[]): {
  contained: number;
  returned: number;
  toPerson: number;
  share: number | undefined;
} {
  const returned = sum(counts, { kind: 'uncontained', reason: 'returned' });
  const toPerson = sum(counts, { kind: 'uncontained', reason: 'person' });
  const contained = Math.max(0, sum(counts, { kind: 'contained' }) - returned - toPerson);
  const begun = sum(counts, { kind: 'reached', step: 'begun' });
  return { contained, returned, toPerson, share: begun === 0 ? undefined : contained / begun };
}

/** The seconds within which half of them and nearly all were over. */
export function timesOf(
  counts: readonly Count[],
  kind: string,
): { half: number | undefined; most: number | undefined } {
  const times = counts.filter((one) => one.kind === kind);
  return { half: timeWithin(times, 0.5), most: timeWithin(times, 0.95) };
}

/** The channels that anything was told of. */
export function channelsIn(counts: readonly Count[]): string[] {
  return [...new Set(counts.map(({ channel }) => channel).filter(Boolean))].sort();
}
