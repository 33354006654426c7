import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { compiled } from '../compileCache.ts';

const repository = resolve(import.meta.dirname, '../..');

export type Settings = Record<string, string>;

/**
 * Starts a program of the repository in a folder, so that neither settings nor data of the repository's own count.
 * @param program from the repository, or where another version of it is laid out
 * @param preload a module of the tests that runs in the program first, and that `send` reaches
 */
export function spawnIn(
  folder: string,
  program: string,
  words: readonly string[],
  settings: Settings,
  preload?: string,
): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const first = preload === undefined ? [] : ['--import', join(repository, preload)];
  return spawn(process.execPath, [...first, resolve(repository, program), ...words], {
    cwd: folder,
    env: { PATH, HOME, NODE_COMPILE_CACHE: compiled, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', ...(preload === undefined ? [] : ['ipc' as const])],
  });
}

/** One of Thawline's services as an operator runs it: a real process. */
export class ServiceProcess {
  /** What it has logged, over all its starts. */
  log = '';
  url = '';
  readonly #folder: string;
  readonly #program: string;
  readonly #ready: RegExp;
  readonly #preload: string | undefined;
  #child: ChildProcess | undefined;

  /**
   * @param ready what it says on standard output when it is ready, with its address as the first group
   * @param preload as `spawnIn` takes it
   */
  constructor({
    folder,
    program,
    ready,
    preload,
  }: {
    folder: string;
    program: string;
    ready: RegExp;
    preload?: string | undefined;
  }) {
    this.#folder = folder;
    this.#program = program;
    this.#ready = ready;
    this.#preload = preload;
  }

  /** The port that it had when it ran last; the system chooses one for the first time. */
  get port(): string {
    return this.url === '' ? '0' : new URL(this.url).port;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts it and waits until it says that it is ready. */
  async up(settings: Settings): Promise<void> {
    const child = spawnIn(
      this.#folder,
      this.#program,
      [],
      { LOG_LEVEL: 'trace', ...settings },
      this.#preload,
    );
    this.#child = child;
    const closed = once(child, 'close');
    child.stderr?.on('data', (text) => {
      this.log += text;
    });
    let said = '';
    for await (const text of child.stdout ?? []) {
      said += text;
      const ready = this.#ready.exec(said);
      if (ready?.[1]) {
        this.url = ready[1];
        // A `for await` that is left closes the stream, and the next line written would end the service.
        child.stdout?.resume();
        return;
      }
    }
    const [code] = await closed;
    throw new Error(`the service did not start (exit code ${code}):\n${this.log}`);
  }

  /** Waits until it has logged that so many times; also while it starts. */
  async logs(text: string, times = 1): Promise<void> {
    const { stderr } = this.#child ?? {};
    if (!stderr) throw new Error('the service was not started');
    while (this.log.split(text).length <= times) await once(stderr, 'data');
  }

  /** Tells its preloaded module something, and waits until that has heard it. */
  async tell(message: object): Promise<void> {
    const child = this.#child;
    if (!child) throw new Error('the service was not started');
    const heard = once(child, 'message');
    child.send(message);
    await heard;
  }

  /** The signal by which it ends, once it has. */
  async ended(): Promise<NodeJS.Signals | null> {
    const child = this.#child;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.signalCode;
  }

  /** Where its probes and metrics are, where those have a port of their own. */
  get managementUrl(): string {
    const ports = [...this.log.matchAll(/"port":(\d+),"msg":"probes and metrics are answered"/g)];
    return `http://127.0.0.1:${ports.at(-1)?.[1]}`;
  }

  /** `SIGSTOP` lets it stand still as a machine that has too much to do does, `SIGCONT` go on; `SIGTERM` asks it to end. */
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void {
    this.#child?.kill(signal);
  }

  /** Ends it as an operator does, or as a power failure does. @returns its exit code */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const exit = once(child, 'exit');
    child.kill(signal);
    const [code] = await exit;
    return code;
  }
}
