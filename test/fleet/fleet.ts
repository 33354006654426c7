import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type MadeCard, makeCustomers } from '../../bench/turns/madeCustomers.ts';
import { Cluster, freePort } from '../databases/cluster.ts';
import { ServiceProcess, type Settings } from '../journeys/serviceProcess.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { RoundRobin } from './roundRobin.ts';

const PROCESSOR_TOKEN = 'only-for-tests-and-long-enough-for-it';

/** The version of each process: the folder where it is laid out, or undefined for the present version. */
type Versions = { bots: readonly (string | undefined)[]; processors: readonly (string | undefined)[] };
const usual: Versions = { bots: [undefined, undefined, undefined], processors: [undefined, undefined] };

/** A program that is started several times, and the setting that says where it listens. */
type Started = { program: string; ready: RegExp; portSetting: string; settings: Settings };

/** Several bots and several processors on one PostgreSQL, each kind behind a proxy that knows no sticky sessions. */
export class Fleet {
  readonly cluster: Cluster;
  readonly cards: readonly MadeCard[];
  readonly bots: ServiceProcess[] = [];
  readonly processors: ServiceProcess[] = [];
  readonly #folder = temporaryFolder();
  readonly #proxies: RoundRobin[] = [];
  /** Where each is behind its proxy, by itself. */
  readonly #addresses = new Map<ServiceProcess, string>();
  /** The address that customers use, in front of all processes. */
  url = '';

  private constructor(cluster: Cluster, cards: readonly MadeCard[]) {
    this.cluster = cluster;
    this.cards = cards;
  }

  /** @param cards how many customers its bank has, with a frozen card each */
  static async started(cards: number, { bots, processors } = usual): Promise<Fleet> {
    const cluster = await Cluster.started();
    const made: MadeCard[] = [];
    const fleet = new Fleet(cluster, made);
    try {
      await fleet.query('postgres', 'CREATE DATABASE bank');
      await fleet.query('postgres', 'CREATE DATABASE bots');
      made.push(
        ...(await makeCustomers({ databaseUrl: cluster.url('bank'), keysFile: fleet.#keys('bank') }, cards)),
      );
      const bank = await fleet.#proxy(fleet.processors);
      await fleet.#start(fleet.processors, processors, {
        program: 'services/start.ts',
        ready: /^Thawline's processor is ready: (\S+)\n/,
        portSetting: 'PROCESSOR_PORT',
        settings: { SECURE_FORM_PORT: '0', ...fleet.#own('bank') },
      });
      fleet.url = await fleet.#proxy(fleet.bots);
      await fleet.#start(fleet.bots, bots, {
        program: 'bot/start.ts',
        ready: /^Thawline is ready\. Chat: (\S+)\/(?: Telephone: \S+)?\n/,
        portSetting: 'PORT',
        settings: { PROCESSOR_URL: bank, PUBLIC_URL: fleet.url, ...fleet.#own('bots') },
      });
      return fleet;
    } catch (error) {
      await fleet.close();
      throw error;
    }
  }

  /** Ends one as a power failure does. */
  async loses(service: ServiceProcess | undefined): Promise<void> {
    if (!service) throw new Error('there is no such process');
    await service.end('SIGKILL');
  }

  async query(database: string, statement: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client(this.cluster.url(database));
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** Which bot has taken each message of web chat, by its place in `bots`, in their order. */
  turnsTaken(): { conversation: string; by: number }[] {
    const places = new Map(this.bots.map((bot, place) => [this.#addresses.get(bot), place]));
    const answered = this.#proxies.flatMap((proxy) => proxy.answered);
    return answered.flatMap(({ asked, by }) => {
      const conversation = /^POST .*\/conversations\/([^/]+)\/activities$/.exec(asked)?.[1];
      const place = places.get(by);
      return conversation === undefined || place === undefined ? [] : [{ conversation, by: place }];
    });
  }

  /** What every process has logged as an error. */
  get failures(): string {
    return [...this.bots, ...this.processors]
      .flatMap(({ log }) => log.split('\n').filter((line) => /"level":[56]0/.test(line)))
      .join('\n');
  }

  async close(): Promise<void> {
    for (const proxy of this.#proxies) proxy.close();
    await Promise.all([...this.bots, ...this.processors].map((service) => service.end('SIGKILL')));
    await this.cluster.stop();
    this.#folder.remove();
  }

  async #proxy(services: readonly ServiceProcess[]): Promise<string> {
    const proxy = await RoundRobin.before(() => services.flatMap((one) => this.#addresses.get(one) ?? []));
    this.#proxies.push(proxy);
    return proxy.url;
  }

  /** The first makes the tables, the others come to them. */
  async #start(
    services: ServiceProcess[],
    versions: Versions['bots'],
    { program, ready, portSetting, settings }: Started,
  ): Promise<void> {
    for (const [number, version] of versions.entries()) {
      const folder = join(this.#folder.path, `${program.replaceAll('/', '-')}-${number}`);
      mkdirSync(folder);
      const service = new ServiceProcess({ folder, program: join(version ?? '', program), ready });
      services.push(service);
      const port = String(await freePort());
      await service.up({ ...settings, [portSetting]: port });
      this.#addresses.set(service, `http://127.0.0.1:${port}`);
    }
  }

  #own(database: string): Settings {
    const DATABASE_URL = this.cluster.url(database);
    const shared = { PROCESSOR_TOKEN, TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'warn' };
    return { DATABASE_URL, DATABASE_LISTEN_URL: DATABASE_URL, KEYS_FILE: this.#keys(database), ...shared };
  }

  #keys(database: string): string {
    return join(this.#folder.path, `${database}-keys.json`);
  }
}
