import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MeasuredInstallation } from './installation.ts';
import { MeasuredServer } from './measuredServer.ts';
import type { Options } from './options.ts';
import { type Measured, measured } from './servers.ts';
import type { Case, Visitor } from './visitor.ts';

/** What takes its turn in each round. */
export type Subject = {
  name: string;
  does: Case;
  server: MeasuredServer;
  visitor: () => Visitor;
  /** Forgets what a limit over everybody has counted. */
  prepare: () => Promise<void>;
};

/** How the same case of another checkout is called. */
export const before = (name: string) => `before: ${name}`;

const peers = join(import.meta.dirname, '../peers');
export const arePeersThere = () => existsSync(join(peers, 'node_modules'));

/** Everything that is measured, each server in a process of its own. */
export class Subjects {
  readonly all: Subject[] = [];
  readonly #installations: MeasuredInstallation[] = [];
  readonly #servers: MeasuredServer[] = [];
  #place = 0;

  /** @param installation of this checkout, which may have been used before */
  static async started(
    installation: MeasuredInstallation,
    { only, beside, cards }: Options,
  ): Promise<Subjects> {
    const subjects = new Subjects();
    const chosen = measured.filter(({ name }) => only.test(name));
    const ours = chosen.filter(({ peer }) => peer === undefined);
    await subjects.#add(installation, ours, (name) => name);
    if (beside !== undefined) {
      const checkout = resolve(beside);
      await subjects.#add(await MeasuredInstallation.made(cards, { checkout }), ours, before);
    }
    for (const { name, does, peer } of chosen) {
      if (peer === undefined || !arePeersThere()) continue;
      const server = await subjects.#start({ program: join(peers, peer), folder: installation.folder });
      subjects.all.push({
        name,
        does,
        server,
        visitor: subjects.visitorOf(installation),
        prepare: async () => {},
      });
    }
    return subjects;
  }

  /** Somebody who has not been here yet. */
  visitorOf(installation: MeasuredInstallation): () => Visitor {
    return () => ({ place: this.#place++, card: () => installation.nextCard() });
  }

  async end(): Promise<void> {
    for (const server of this.#servers) await server.end();
    for (const installation of this.#installations) installation.remove();
  }

  async #add(
    installation: MeasuredInstallation,
    ours: readonly Measured[],
    called: (name: string) => string,
  ): Promise<void> {
    this.#installations.push(installation);
    const server = await this.#start(installation.program);
    const shared = {
      server,
      visitor: this.visitorOf(installation),
      prepare: () => installation.forgetQueries(),
    };
    this.all.push(...ours.map(({ name, does }) => ({ name: called(name), does, ...shared })));
  }

  async #start(program: Parameters<typeof MeasuredServer.started>[0]): Promise<MeasuredServer> {
    const server = await MeasuredServer.started(program);
    this.#servers.push(server);
    return server;
  }
}
