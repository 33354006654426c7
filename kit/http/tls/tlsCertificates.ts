import { statSync } from 'node:fs';
import type { Logger } from 'pino';
import { type Clock, hours, minutes } from '../../time.ts';
import { type LinkFiles, readTlsFiles, type TlsMaterial, type TlsRole, type TlsSetting } from './tlsFiles.ts';

/**
 * The oldest version allowed between our own processes: both speak it, so nothing can force them to an older one (RFC 8446).
 */
export const oldestTls = 'TLSv1.3';

/** `link`: how the settings that name the files begin, by default those between the bot and the bank's side. */
type Options = { files: LinkFiles; role: TlsRole; clock: Clock; link?: string };

/** The certificates of a link to another process. Renewed files are used while the process runs. */
export class TlsCertificates {
  readonly #options: Options;
  readonly #renewed: ((material: TlsMaterial) => void)[] = [];
  #material: TlsMaterial;
  #version: string;

  /** @throws UnfreezeError `settingsInvalid`, with each reason on its own line */
  constructor(options: Options) {
    this.#options = options;
    this.#version = this.#versionOnDisk();
    this.#material = this.#read();
  }

  get current(): TlsMaterial {
    return this.#material;
  }

  /** Has `tell` called whenever there are new certificates. */
  onRenewed(tell: (material: TlsMaterial) => void): void {
    this.#renewed.push(tell);
  }

  /**
   * Reads the files again if they were renewed. @returns whether they were
   * @throws UnfreezeError `settingsInvalid` where the new files cannot be used: then the old ones stay, and the next
   * call tries again
   */
  renew(): boolean {
    const version = this.#versionOnDisk();
    if (version === this.#version) return false;
    this.#material = this.#read();
    this.#version = version;
    for (const tell of this.#renewed) tell(this.#material);
    return true;
  }

  /** The days until the first certificate of each file ends; negative once it has. */
  daysLeft(): { setting: TlsSetting; days: number }[] {
    const now = this.#options.clock().getTime();
    return this.#material.ends.map(({ setting, at }) => ({
      setting,
      days: (at.getTime() - now) / (24 * hours),
    }));
  }

  #read(): TlsMaterial {
    const { files, role, clock, link } = this.#options;
    return readTlsFiles(files, role, clock(), link);
  }

  #versionOnDisk(): string {
    const named = Object.values(this.#options.files).filter((file) => file !== undefined);
    const stats = named.map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
    return stats.map((stat) => (stat ? `${stat.ino} ${stat.mtimeNs} ${stat.size}` : 'none')).join();
  }
}

/** Checks every minute for renewed certificates. @returns a function that stops it */
export function watchCertificates(certificates: TlsCertificates, log: Logger): () => void {
  const timer = setInterval(() => {
    try {
      if (certificates.renew()) log.info('renewed certificates are in use');
    } catch (error) {
      log.error({ err: error }, 'renewed certificates cannot be used; the old ones stay');
    }
  }, 1 * minutes).unref();
  return () => clearInterval(timer);
}
