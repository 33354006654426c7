import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';

/** Warnings about things that are probably mistakes of the setup, but may be intended. */
const warnings = {
  settingNearlyNamed: 'a name in the environment is nearly that of a setting, and is not read',
  databaseWithoutTls:
    'the database is on another machine, and whoever is between can read and change what goes there: add ' +
    '?sslmode=verify-full to DATABASE_URL',
  proxyNotNamed:
    'a proxy in front of this service is not named in TRUSTED_PROXIES: all customers behind it are limited as one',
  forwardedTwoWays:
    'X-Forwarded-For and Forwarded name different clients, and such requests are limited as one: have the proxy drop ' +
    'the header that it does not write',
};

/** The most warnings of one kind, because strangers on the network may cause any number of them. */
const most = 20;

/** `about` tells warnings of one kind apart; it holds nothing of a customer. */
export type Slip = { slip: keyof typeof warnings; about?: string };

/** Logs each warning once, and counts every time that it applies. */
export class Slips {
  readonly #log: Logger;
  readonly #shown: Counter<'slip'>;
  readonly #told = new Map<string, Set<string | undefined>>();

  constructor({ log, registry }: { log: Logger; registry: Registry }) {
    this.#log = log;
    this.#shown = new Counter({
      name: 'thawline_slips_total',
      help: 'What is likely a slip in how this was set up, as often as it has shown; the log says it once',
      labelNames: ['slip'],
      registers: [registry],
    });
    for (const slip of Object.keys(warnings)) this.#shown.inc({ slip }, 0);
  }

  readonly notice = ({ slip, about }: Slip): void => {
    this.#shown.inc({ slip });
    const told = this.#told.get(slip) ?? new Set();
    this.#told.set(slip, told);
    if (told.has(about) || told.size >= most) return;
    told.add(about);
    this.#log.warn({ slip, ...(about !== undefined && { about }) }, warnings[slip]);
  };
}
