import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import * as z from 'zod';
import { loggedError } from '../loggedError.ts';
import { seconds } from '../time.ts';
import { type Announcements, type Others, type Topic, topics } from './announcements.ts';
import { BreakableClient } from './breakableClient.ts';

/** The channel of LISTEN and NOTIFY, which every process of Thawline on a database shares. */
const channel = 'thawline';
/** A NOTIFY carries at most 8,000 bytes (PostgreSQL manual, NOTIFY), and an id has at most 64 characters. */
const idsAtOnce = 100;
const firstPause = 0.25 * seconds;
const longestPause = 10 * seconds;
/** The connection is tested this often, because a broken one may give no sign of it. */
const looksEvery = 15 * seconds;

const Message = z.object({ from: z.string(), topic: z.enum(topics), ids: z.array(z.string()) });

type ListenOnPostgresOptions = {
  /**
   * The address of the database itself. Behind a pooler that changes connections with each transaction nothing is
   * heard.
   */
  url: string;
  announcements: Announcements;
  log: Logger;
  pause?: (milliseconds: number) => Promise<unknown>;
};

/**
 * Hears on a connection of its own what other processes announce, and tells them. NOTIFY stands in no turn's transaction:
 * PostgreSQL commits those that have one after the other. Comes back by itself where the connection is lost.
 */
export function listenOnPostgres({
  url,
  announcements,
  log,
  pause = unhurried,
}: ListenOnPostgresOptions): Others {
  const self = randomUUID();
  let client: BreakableClient | undefined;
  let isClosed = false;
  let hasFailed = false;

  const hears = ({ payload = '' }: { payload?: string | undefined }) => {
    const read = Message.safeParse(parsed(payload));
    if (!read.success || read.data.from === self) return;
    announcements.heard(read.data.topic, new Set(read.data.ids));
  };

  /** Resolves when the connection has gone. @throws where there was none */
  const listens = async () => {
    const own = new BreakableClient({
      ...{ connectionString: url, application_name: 'thawline listens', keepAlive: true },
      ...{ connectionTimeoutMillis: 5 * seconds, query_timeout: 5 * seconds },
    });
    const ended = new Promise<void>((resolve) => own.once('end', resolve));
    const looking = setInterval(() => own.query('SELECT 1').catch(() => own.end()), looksEvery).unref();
    try {
      await own.connect();
      own.on('notification', hears);
      await own.query(`LISTEN ${channel}`);
      client = own;
      if (isClosed) return;
      announcements.missed();
      if (hasFailed) log.info('what other processes announce is heard again');
      hasFailed = false;
      await ended;
    } finally {
      clearInterval(looking);
      client = undefined;
      await own.end().catch(() => {});
    }
  };

  const keepsListening = async () => {
    for (let next = firstPause; !isClosed; next = Math.min(2 * next, longestPause)) {
      try {
        await listens();
        next = firstPause;
      } catch (error) {
        if (!hasFailed)
          log.warn(
            { err: loggedError(error) },
            'what other processes announce is not heard: one looks for it',
          );
        hasFailed = true;
      }
      if (!isClosed) await pause(next);
    }
  };

  void keepsListening();
  return {
    tell(topic: Topic, ids: readonly string[]) {
      for (let from = 0; from < ids.length; from += idsAtOnce) {
        const message = { from: self, topic, ids: ids.slice(from, from + idsAtOnce) };
        client?.query('SELECT pg_notify($1, $2)', [channel, JSON.stringify(message)]).catch(() => {});
      }
    },
    async close() {
      isClosed = true;
      await client?.end().catch(() => {});
    },
  };
}

function unhurried(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
