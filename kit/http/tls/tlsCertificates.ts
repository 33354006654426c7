import { statSync } from 'node:fs';
import type { Logger } from 'pino';
import { type Clock, hours, minutes } from '../../time.ts';
import { readTlsFiles, type TlsFiles, type TlsMaterial, type TlsRole, type TlsSetting } from './tlsFiles.ts';

/** Both ends are ours and speak it; nothing older is left to be talked down to (RFC 8446). */
export const oldestTls = 'TLSv1.3';

type Options = { files: TlsFiles; role: TlsRole; clock: Clock };

/** The certificates of this process's link, as its files hold them: what is renewed on disk is taken up while it runs. */
export class TlsCertificates {
  readonly #options: Options;
  readonly #renewed: ((material: TlsMaterial) => void)[] = [];
  #material: TlsMaterial;
  #version: string;

  /** @throws UnfreezeError `settingsInvalid`, with every reason on a line of its own */
  constructor(options: Options) {
    this.#options = options;
    this.#version = this.#versionOnDisk();
    this.#material = this.#read();
  }

  get current(): TlsMaterial {
    return this.#material;
  }

  /** Has somebody told who must change over whenever there are others. */
  onRenewed(tell: (material: TlsMaterial) => void): void {
    this.#renewed.push(tell);
  }

  /**
   * Takes up what was renewed on disk. @returns whether anything was
   * @throws UnfreezeError `settingsInvalid` where that cannot be used: then the old ones stay, and the next call tries again
   */
  renew(): boolean {
    const version = this.#versionOnDisk();
    if (version === this.#version) return false;
    this.#material = this.#read();
    this.#version = version;
    for (const tell of this.#renewed) tell(this.#material);
    return true;
  }

  /** Until the first certificate of a file ends; less than 0 when it has. */
  daysLeft(): { setting: TlsSetting; days: number }[] {
    const now = this.#options.clock().getTime();
    return this.#material.ends.map(({ setting, at }) => ({
      setting,
      days: (at.getTime() - now) / (24 * hours),
    }));
  }

  #read(): TlsMaterial {
    const { files, role, clock } = this.#options;
    return readTlsFiles(files, role, clock());
  }

  #versionOnDisk(): string {
    const stats = Object.values(this.#options.files).map((file) =>
      statSync(file, { bigint: true, throwIfNoEntry: false }),
    );
    return stats.map((stat) => (stat ? `${stat.ino} ${stat.mtimeNs} ${stat.size}` : 'none')).join();
  }
}

/** Looks every minute for certificates that were renewed. @returns what ends that */
export function watchCertificates(certificates: TlsCertificates, log: Logger): () => void {
  const timer = setInterval(() => {
    try {
      if (certificates.renew()) log.info('renewed certificates were taken up');
    } catch (error) {
      log.error({ err: error }, 'renewed certificates cannot be used; the old ones stay');
    }
  }, 1 * minutes).unref();
  return () => clearInterval(timer);
}
