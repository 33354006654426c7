import type { EntityManager, QueryRunner } from 'typeorm';
import { runPrepared } from './runPrepared.ts';
import { type TogetherClient, withTheNext } from './togetherClient.ts';

type Columns = Record<string, unknown>;

/** A statement whose rows are waited for, and what they tell; or what is known without any. */
export type Asked<Found> =
  | { text: string; values: readonly unknown[]; found(records: Columns[]): Found }
  | { known: Found };

/** The same statement, with its rows read in another way. */
export function askedAs<Found, Seen>(asked: Asked<Found>, sees: (found: Found) => Seen): Asked<Seen> {
  if ('known' in asked) return { known: sees(asked.known) };
  return { ...asked, found: (records) => sees(asked.found(records)) };
}

/**
 * Asks what does not depend on each other's answers: on PostgreSQL in one round trip. Each statement sees what those before it
 * have written, and what others have committed by then.
 */
export async function askTogether<Found extends readonly unknown[]>(
  manager: EntityManager,
  asked: { readonly [Place in keyof Found]: Asked<Found[Place]> },
): Promise<Found> {
  const statements = asked.filter((one) => 'text' in one);
  const asks = manager.connection.options.type === 'postgres' ? inOneTrip : oneByOne;
  const answers = (await asks(manager, statements)).values();
  const found = asked.map((one) => ('known' in one ? one.known : one.found(answers.next().value ?? [])));
  return found as unknown as Found;
}

type Statement = { text: string; values: readonly unknown[] };

async function oneByOne(manager: EntityManager, statements: readonly Statement[]): Promise<Columns[][]> {
  const answers: Columns[][] = [];
  for (const { text, values } of statements)
    answers.push((await runPrepared(manager, text, [...values])).records);
  return answers;
}

async function inOneTrip(manager: EntityManager, statements: readonly Statement[]): Promise<Columns[][]> {
  if (manager.queryRunner) return sentTogether(manager.queryRunner, statements);
  const runner = manager.connection.createQueryRunner();
  try {
    const client: TogetherClient = await runner.connect();
    try {
      return await sentTogether(runner, statements);
    } finally {
      // Where the last one could not be sent, nobody else may send what waits for it.
      client.forgetKept();
    }
  } finally {
    await runner.release();
  }
}

async function sentTogether(runner: QueryRunner, statements: readonly Statement[]): Promise<Columns[][]> {
  const last = statements.length - 1;
  const answers = statements.map(({ text, values }, place) =>
    runner.query(place === last ? text : withTheNext(text), [...values], true),
  );
  return (await Promise.all(answers)).map(({ records = [] }) => records);
}
