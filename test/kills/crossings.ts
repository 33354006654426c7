/**
 * Loaded with `--import` into a service that a test will kill. It follows every POST from its arrival to its answer by
 * what any service has (HTTP, transactions, statements, the password check) and nothing of the product's own, writes
 * each step that is crossed to a file, and ends the process with SIGKILL at the crossing that the test has named.
 */
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import crypto from 'node:crypto';
import { fsyncSync, openSync, writeSync } from 'node:fs';
import { type IncomingMessage, Server, ServerResponse } from 'node:http';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';
import AsyncLock from 'async-lock';
import { DataSource } from 'typeorm';
import { stepOfStatement } from './statements.ts';

/** The crossing at which to die: the how-manieth of which step. */
export type KillPoint = { step: string; crossing: number };

/** One POST on its way: its number, what it is about, and how often it has crossed each of its steps. */
type Followed = {
  number: number;
  about: string;
  crossed: Map<string, number>;
  transactions: number;
  hasReceipt: boolean;
};

const { CROSSINGS_FILE = '', CLOCK_AHEAD = '0' } = process.env;
const file = openSync(CROSSINGS_FILE, 'a');
const following = new AsyncLocalStorage<Followed>();
const answering = new WeakMap<ServerResponse, Followed>();
const crossings = new Map<string, number>();
let point: KillPoint | undefined;
let posts = 0;

process.on('message', (named: KillPoint) => {
  point = named;
  crossings.clear();
  // Node keeps what it has compiled when it ends, which this process will not live to do.
  flushCompileCache();
  process.send?.('armed');
});
// What listens to its parent must still end by itself when it is told to.
process.channel?.unref();

function cross(name: string, followed = following.getStore()): void {
  if (!followed) return;
  const times = (followed.crossed.get(name) ?? 0) + 1;
  followed.crossed.set(name, times);
  const step = `${followed.about}: ${name}${times > 1 ? ` (${times})` : ''}`;
  const crossing = (crossings.get(step) ?? 0) + 1;
  crossings.set(step, crossing);
  const dies = point?.step === step && point.crossing === crossing;
  writeSync(file, `${followed.number}\t${step}${dies ? '\tkilled' : ''}\n`);
  if (!dies) return;
  fsyncSync(file);
  process.kill(process.pid, 'SIGKILL');
}

function followPosts(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (event: string | symbol, ...given: unknown[]): boolean {
    const [request, response] = given as [IncomingMessage, ServerResponse];
    if (event !== 'request' || request.method !== 'POST') return Reflect.apply(emit, this, [event, ...given]);
    posts++;
    const about = request.url?.split('/').at(-1) ?? '';
    const followed: Followed = {
      ...{ number: posts, about, crossed: new Map(), transactions: 0, hasReceipt: false },
    };
    answering.set(response, followed);
    return following.run(followed, () => {
      cross('it has come');
      return Reflect.apply(emit, this, [event, ...given]);
    });
  };
}

/** Every answer goes out in two halves, so that there is a moment in between. */
function followAnswers(): void {
  const { write, end } = ServerResponse.prototype;
  const bodies = new WeakMap<ServerResponse, string>();
  ServerResponse.prototype.write = function (this: ServerResponse, body: unknown, ...rest: unknown[]) {
    if (!answering.has(this) || typeof body !== 'string') return Reflect.apply(write, this, [body, ...rest]);
    bodies.set(this, (bodies.get(this) ?? '') + body);
    return true;
  };
  ServerResponse.prototype.end = function (this: ServerResponse, ...rest: unknown[]) {
    const followed = answering.get(this);
    const body = bodies.get(this);
    if (!followed || body === undefined) return Reflect.apply(end, this, rest);
    cross('its answer is ready', followed);
    const half = Math.ceil(body.length / 2);
    this.once('finish', () => cross('its answer is written', followed));
    const goesOn = () => {
      cross('half of its answer is written', followed);
      Reflect.apply(end, this, [body.slice(half)]);
    };
    Reflect.apply(write, this, [body.slice(0, half), goesOn]);
    return this;
  };
}

function followTransactions(): void {
  const create = DataSource.prototype.createQueryRunner;
  // SQLite's one runner is given a query of its own once it is there.
  const followedQueries = new WeakSet<object>();
  DataSource.prototype.createQueryRunner = function (...mode) {
    const runner = create.apply(this, mode);
    if (followedQueries.has(runner.query)) return runner;
    const query = runner.query.bind(runner) as (...statement: unknown[]) => Promise<unknown>;
    const followedQuery = async (...statement: unknown[]) => {
      const followed = following.getStore();
      const { begins, commits, done } = stepOfStatement(String(statement[0]));
      if (followed && begins) followed.transactions++;
      const transaction = `transaction ${followed?.transactions ?? 0}`;
      const result = await query(...statement);
      if (commits) cross(`${transaction}, committed`);
      if (done) cross(`${transaction}, after ${done}`);
      if (followed) crossesWithReceipt(followed, { commits, done });
      return result;
    };
    followedQueries.add(followedQuery);
    Object.assign(runner, { query: followedQuery });
    return runner;
  };
  // A transaction that waits in SQLite's queue runs in the context of the one before it; here it gets that of its own
  // request.
  const acquire = AsyncLock.prototype.acquire as (...given: unknown[]) => unknown;
  Object.assign(AsyncLock.prototype, {
    acquire(key: unknown, work: () => unknown, ...rest: unknown[]) {
      return acquire.call(this, key, AsyncResource.bind(work), ...rest);
    },
  });
}

/** By no number: how many transactions came before follows from how fast the machine is, where some share a commit. */
function crossesWithReceipt(
  followed: Followed,
  { commits, done }: { commits: boolean; done: string | undefined },
): void {
  if (done === 'INSERT outbox') {
    followed.hasReceipt = true;
    cross('its receipt is queued');
  }
  if (!commits || !followed.hasReceipt) return;
  followed.hasReceipt = false;
  cross('its receipt is committed');
}

function followPasswordChecks(): void {
  const argon2 = crypto.argon2;
  const followedArgon2: typeof argon2 = (algorithm, parameters, callback) => {
    cross('its check has begun');
    argon2(
      algorithm,
      parameters,
      AsyncResource.bind((error, result) => {
        cross('its check is done');
        callback(error, result);
      }),
    );
  };
  Object.assign(crypto, { argon2: followedArgon2 });
  syncBuiltinESMExports();
}

/** What died in its work may be taken over half a minute later; a test moves the clock on instead of waiting. */
function moveClock(milliseconds: number): void {
  const now = Date.now;
  globalThis.Date = class extends Date {
    static override now = () => now() + milliseconds;
    constructor(...given: []) {
      super(...((given.length === 0 ? [now() + milliseconds] : given) as []));
    }
  } as DateConstructor;
}

moveClock(Number(CLOCK_AHEAD));
followPosts();
followAnswers();
followTransactions();
followPasswordChecks();
