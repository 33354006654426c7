import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import pino from 'pino';
import { type CaseKept, caseEvents } from '../../../bot/events/caseEvents.ts';
import { EventGathering, turnKind } from '../../../bot/events/gathering.ts';
import type { Noted } from '../../../bot/events/noted.ts';
import { ReturnMarks } from '../../../bot/events/returnMarks.ts';
import { type DeliveryRow, DeliveryRows } from '../../../bot/turn/turnTables.ts';
import type { Solved } from '../../../dialogs/state/conversationState.ts';
import { hours, instant, later, minutes, seconds } from '../../../kit/time.ts';
import type { Count } from '../../../services/contract/conversationsRead.ts';
import type { Figures } from '../../../services/contract/operatorFigures.ts';
import { boundOf } from '../../../services/contract/timesTaken.ts';
import {
  channelsIn,
  containment,
  funnel,
  solvedCounts,
  sum,
  timesOf,
} from '../../../web/operator/counting.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { OperatorService } from '../../services/operatorPage/operatorService.ts';

/** What a customer of the script does. */
type Customer = {
  channel: string;
  language: string;
  /** Begins so long before now. */
  before: number;
  ends: 'unfrozen' | 'answered' | 'silent';
  /** Wants a person at the end, who answers after so long. */
  person: number | undefined;
  says: 'yes' | 'no' | undefined;
  /** Comes back after so long, and goes away in the middle. */
  back: number | undefined;
  /** How long each of its turns takes. */
  takes: number;
};

const many = 10_000;

/** All of them differ by their number alone. */
function customer(number: number): Customer {
  const channel = ['webChat', 'sms', 'voice', 'webChat', 'whatsApp'][number % 5] ?? 'webChat';
  const ends = (['unfrozen', 'unfrozen', 'answered', 'silent'] as const)[(number * 7) % 4] ?? 'silent';
  const person = number % 17 === 0 ? (5 + ((number * 13) % 900)) * seconds : undefined;
  const isAsked = channel === 'webChat' && ends !== 'silent';
  return {
    ...{ channel, ends, person },
    language: ['zh-Hans', 'en', 'zh-Hant'][number % 3] ?? 'en',
    before: 36 * hours + ((number * 7) % 4320) * minutes,
    says: isAsked ? (['yes', 'no', undefined] as const)[number % 3] : undefined,
    back: number % 23 === 0 ? (number % 2 === 0 ? 2 * hours : 30 * hours) : undefined,
    takes: 20 + ((number * 37) % 3000),
  };
}

/** A turn of the script. */
type Played = Partial<Parameters<typeof caseEvents>[0]> & { subject: string; at: string; takes: number };

/** The turns of all customers, in the order of time. */
function turns(now: Date): Played[] {
  return Array.from({ length: many }, (_, number) => {
    const { channel, language, before, ends, person, says, back, takes } = customer(number);
    const begun = later(now, -before);
    const at = (after: number) => instant(later(begun, after));
    const turn = (after: number, some: Partial<Played>, subject = `first ${number}`): Played => ({
      ...{ subject, at: at(after), channel, language, takes, noted: [], step: 'nothingBegun', ...some },
    });
    const unfrozen: Noted[] = [
      { kind: 'queried', outcome: 'frozen' },
      { kind: 'requested', outcome: 'authenticationRequested' },
      { kind: 'attempted', outcome: 'unfrozen' },
    ];
    const due: Solved = {
      after: ends === 'unfrozen' ? 'unfrozen' : 'answered',
      about: 'noFrozenCard',
      standing: 'due',
    };
    const isAsked = channel === 'webChat';
    const played = [turn(0, { step: 'cardNumber' })];
    if (ends !== 'silent') {
      const noted = ends === 'unfrozen' ? unfrozen : [];
      played.push(turn(1 * minutes, { noted, solved: { ...due, standing: isAsked ? 'asked' : 'due' } }));
    }
    if (says) played.push(turn(2 * minutes, { solved: { ...due, standing: says } }));
    if (person !== undefined) {
      played.push(turn(3 * minutes, { noted: [{ kind: 'handedOver', reason: 'askedForPerson' }] }));
      played.push(turn(3 * minutes + person, { personSpeaks: true }));
    }
    if (back !== undefined) played.push(turn(2 * minutes + back, { step: 'cardNumber' }, `back ${number}`));
    return played;
  })
    .flat()
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** Writes the turns as the terminal leaves them with their deliveries, and gathers them. */
async function play(service: OperatorService): Promise<void> {
  const { store } = service.bank;
  const kept = new Map<string, CaseKept>();
  let now = service.bank.now();
  const marks = new ReturnMarks({ secret: () => [createSecretKey(Buffer.alloc(32, 1))], clock: () => now });
  const rows = turns(now).map(({ subject, at, takes, ...turn }, place): DeliveryRow => {
    now = new Date(at);
    const [, number = ''] = subject.split(' ');
    const told = caseEvents({
      ...{
        kept: kept.get(subject),
        isLater: false,
        isNotUnderstood: false,
        personSpeaks: false,
        solved: null,
      },
      ...{ noted: [], step: '', channel: '', language: '', release: '1', ...turn, at },
      marks: marks.of({ terminal: number }),
    });
    kept.set(subject, told.kept);
    const empty = { language: '', step: '', reason: '', policy: '', release: '1' };
    const time = {
      ...{ ...empty, kind: turnKind, at, subject, channel: turn.channel ?? '', outcome: boundOf(takes) },
    };
    return {
      ...{ id: `d${place}`, conversation: subject, arrivedAt: at, kept: null, answer: '', sent: null },
      events: JSON.stringify(turn.personSpeaks ? told.events : [...told.events, time]),
    } as DeliveryRow;
  });
  await store.transaction([], async (manager) => {
    for (let from = 0; from < rows.length; from += 500)
      await manager.insert(DeliveryRows, rows.slice(from, from + 500));
  });
  await new EventGathering({ store, log: pino({ level: 'silent' }) }).gather();
}

/** The bound within which a share of the times was over, counted from the times themselves. */
function exactly(times: readonly number[], share: number): number | undefined {
  const sorted = [...times].sort((one, other) => one - other);
  const one = sorted[Math.ceil(share * sorted.length) - 1];
  return one === undefined ? undefined : Number(boundOf(one));
}

/** What the page must show of these customers, from the script alone. */
function expected(some: readonly Customer[]) {
  const done = some.filter(({ ends }) => ends !== 'silent');
  const alone = done.filter(({ person }) => person === undefined);
  const returned = alone.filter(({ back }) => back === 2 * hours).length;
  const waits = some.flatMap(({ person }) => person ?? []);
  const answers = some.flatMap(({ takes, ends, says, person, back }) => {
    const own = 1 + Number(ends !== 'silent') + Number(says !== undefined);
    return Array.from(
      { length: own + Number(person !== undefined) + Number(back !== undefined) },
      () => takes,
    );
  });
  const asked = done.filter(({ channel }) => channel === 'webChat');
  const yes = some.filter(({ says }) => says === 'yes').length;
  const no = some.filter(({ says }) => says === 'no').length;
  return {
    begun: some.length + some.filter(({ back }) => back !== undefined).length,
    unfrozen: some.filter(({ ends }) => ends === 'unfrozen').length,
    contained: alone.length - returned,
    returned,
    toPerson: done.length - alone.length,
    solved: { yes, no, silent: asked.length - yes - no },
    persons: waits.length,
    answers: { half: exactly(answers, 0.5), most: exactly(answers, 0.95) },
    waits: { half: exactly(waits, 0.5), most: exactly(waits, 0.95) },
  };
}

function shown(counts: readonly Count[]): ReturnType<typeof expected> {
  const stages = funnel(counts);
  const { contained, returned, toPerson } = containment(counts);
  return {
    begun: stages[0]?.count ?? 0,
    unfrozen: stages.at(-1)?.count ?? 0,
    ...{ contained, returned, toPerson },
    solved: solvedCounts(counts),
    persons: sum(counts, { kind: 'personAnswered' }),
    answers: timesOf(counts, turnKind),
    waits: timesOf(counts, 'personAnswered'),
  };
}

describe('a supervisor’s week of 10,000 conversations', function () {
  this.timeout(180_000);
  let service: OperatorService;
  let counts: readonly Count[];
  const customers = Array.from({ length: many }, (_, number) => customer(number));

  before(async () => {
    service = await OperatorService.open(emptySqlite);
    await play(service);
    const supervisor = await service.as('lin.yating');
    const { conversations } = await supervisor.answer<Figures>('figures?period=week');
    counts = conversations?.counts ?? [];
  });
  after(() => service.close());

  it('is shown as it was played: contained, come back, with a person, solved, and how long it took', () => {
    assert.deepEqual(shown(counts), expected(customers));
    assert.ok(expected(customers).returned > 50 && expected(customers).persons > 500);
  });

  it('is shown so on each channel', () => {
    assert.deepEqual(channelsIn(counts), ['sms', 'voice', 'webChat', 'whatsApp']);
    for (const channel of channelsIn(counts)) {
      const own = customers.filter((one) => one.channel === channel);
      assert.deepEqual(shown(counts.filter((one) => one.channel === channel)), expected(own), channel);
    }
  });
});
