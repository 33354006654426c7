import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Usage } from './usageAnswer.ts';

const repository = resolve(import.meta.dirname, '../..');

/** A program of the repository, and how it is started. */
export type Program = {
  program: string;
  /** Where it runs, and where its log goes. */
  folder: string;
  settings?: Record<string, string>;
  /** Counts statements too. */
  traced?: boolean;
  /** The file to which strace writes each flush; undefined where they are not looked at. */
  flushes?: string | undefined;
  flags?: readonly string[];
};

/** A server that runs in a process of its own and says what it has used. */
export class MeasuredServer {
  readonly url: string;
  /** The milliseconds from the start of the process until it said that it is ready. */
  readonly startedIn: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, startedIn: number) {
    this.#child = child;
    this.url = url;
    this.startedIn = startedIn;
  }

  /** Starts it and waits until it has said its address. */
  static async started({ program, folder, settings, traced, flushes, flags = [] }: Program) {
    const preload = join(import.meta.dirname, traced ? 'trace.ts' : 'usage.ts');
    const words = [...flags, '--import', preload, resolve(repository, program)];
    const strace = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-e', 'signal=none', '-o', flushes ?? ''];
    const [command, given] = flushes
      ? ['strace', [...strace, process.execPath, ...words]]
      : [process.execPath, words];
    const { PATH = '', HOME = '' } = process.env;
    const log = openSync(join(folder, 'server.log'), 'a');
    const begun = performance.now();
    const child = spawn(command, given, {
      cwd: folder,
      env: { PATH, HOME, PORT: '0', ...settings },
      stdio: ['ignore', 'pipe', log, 'ipc'],
    });
    let said = '';
    for await (const text of child.stdout ?? []) {
      said += text;
      const [, url] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
      if (url === undefined || !said.endsWith('\n')) continue;
      const startedIn = performance.now() - begun;
      // A `for await` that is left closes the stream, and the next line written would end the server.
      child.stdout?.resume();
      return new MeasuredServer(child, url, startedIn);
    }
    throw new Error(`${program} did not start; its log is in ${folder}`);
  }

  async usage(): Promise<Usage> {
    const answered = once(this.#child, 'message');
    this.#child.send('usage');
    const [usage] = (await answered) as [Usage];
    return usage;
  }

  async end(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.send('end');
    await ended;
  }
}
