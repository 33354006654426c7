import { isAbsolute } from 'node:path';
import * as z from 'zod';

/** Where anchors go beside the file: nowhere, to an address, or to a program. */
export type SinkSetting =
  | { to: 'file' }
  | { to: 'url'; url: string }
  | { to: 'command'; program: string; words: readonly string[] };

const loopback = ['127.0.0.1', '[::1]', 'localhost'];
const Program = z.tuple([z.string().refine(isAbsolute)], z.string());

/** `file`, an address, or `command:` with a program's absolute path or a JSON array of the path and its arguments. */
export const AuditSink = z.string().transform((given, context): SinkSetting => {
  if (given === 'file') return { to: 'file' };
  if (given.startsWith('command:')) {
    const [program, ...words] = Program.safeParse(programOf(given.slice('command:'.length))).data ?? [];
    if (program !== undefined) return { to: 'command', program, words };
    context.addIssue('command: wants the absolute path of a program, or a JSON array of it and its words');
    return z.NEVER;
  }
  const url = URL.parse(given);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.includes(url.hostname))) {
    if (url.username === '' && url.password === '') return { to: 'url', url: url.href };
    context.addIssue('a token stands in AUDIT_SINK_TOKEN, not in the address');
    return z.NEVER;
  }
  context.addIssue('must be file, an https address, or command: and a program');
  return z.NEVER;
});

function programOf(given: string): unknown {
  if (!given.startsWith('[')) return [given];
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}
