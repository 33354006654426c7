import { PreparedTable } from '../store/preparedTable.ts';
import type { EntitySchema } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import { type Clock, hours, instant } from '../time.ts';
import { type Asset, compressed } from './asset.ts';
import { hashOf } from './builtPages.ts';
import type { PageFileRow } from './pageFilesTable.ts';

type KeptPageFilesDependencies = {
  store: Store;
  rows: EntitySchema<PageFileRow>;
  /** The files of this version. */
  own: readonly Asset[];
  clock: Clock;
};

/** How often a version says that it is still in use. */
export const saidAgain = 1 * hours;
/** Brotli's quality: what another version has built is compressed when it is asked for. */
const quality = 5;
/** More than two versions have; the oldest is read again. */
const mostRemembered = 64;
/** The path of a built file. No other path is looked up. */
const form = /^\/[\w/-]*\/[\w-]+\.([\w-]{16})\.(?:js|css|svg)$/;
const contentTypes = new Set(['text/javascript; charset=utf-8', 'text/css; charset=utf-8', 'image/svg+xml']);

/**
 * The files of the pages of every version that runs: each writes its own where all find them, so that a page is whole
 * whichever process its next request comes to.
 */
export class KeptPageFiles {
  readonly #parts: KeptPageFilesDependencies;
  readonly #table: PreparedTable<PageFileRow>;
  readonly #remembered = new Map<string, Asset>();

  constructor(parts: KeptPageFilesDependencies) {
    this.#parts = parts;
    this.#table = new PreparedTable(parts.rows);
  }

  /** Writes what is not there yet, and that all of it is in use. To be called at start and every hour. */
  async keep(): Promise<void> {
    const { store, own, clock } = this.#parts;
    if (own.length === 0) return;
    const usedAt = instant(clock());
    await store.transaction([], async (manager) => {
      for (const { path, contentType, encoded } of own) {
        const stands = await this.#table.update(manager, { path }, { usedAt });
        if (stands > 0) continue;
        const content = encoded.identity.toString('base64');
        await this.#table.insertNew(manager, { path, contentType, content, usedAt });
      }
    });
  }

  /** A file that another version has built; undefined where none has, or what stands there is not what its path says. */
  async find(path: string): Promise<Asset | undefined> {
    const hash = form.exec(path)?.[1];
    if (hash === undefined) return undefined;
    const known = this.#remembered.get(path);
    if (known) return known;
    const row = await this.#parts.store.read((manager) => this.#table.selectOne(manager, { path }));
    if (!row) return undefined;
    const content = Buffer.from(row.content, 'base64');
    // Write access to the database must not give write access to a page, so content is checked against its hash.
    if (!contentTypes.has(row.contentType) || !hashOf(content).startsWith(hash)) return undefined;
    const asset = { path, hash, contentType: row.contentType, encoded: compressed(content, quality) };
    this.#remembers(asset);
    return asset;
  }

  #remembers(asset: Asset): void {
    const [oldest] = this.#remembered.keys();
    if (oldest !== undefined && this.#remembered.size >= mostRemembered) this.#remembered.delete(oldest);
    this.#remembered.set(asset.path, asset);
  }
}
