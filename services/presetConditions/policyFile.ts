import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { idsOf } from '../../kit/idsOf.ts';
import { Channel, channels } from '../contract/channels.ts';
import { type FreezeReason, freezeReasons, mayBeRemote } from '../contract/freezeReason.ts';
import { Help } from '../contract/unfreezeInstructions.ts';
import { mustBeReserved } from './demands.ts';
import { mustBeHeld, usualHolding } from './holdings.ts';
import { defaultPolicy, type FreezePolicy, type Policy } from './policy.ts';
import { repeatedKeys } from './repeatedKeys.ts';

/** Bytes. A whole policy takes a kilobyte. */
const largest = 65_536;

const Shown = { demand: z.enum(idsOf(mustBeReserved)), held: z.enum(idsOf(mustBeHeld)).optional() };
const Entry = z.discriminatedUnion('remote', [
  z.strictObject({
    remote: z.literal(true),
    ...Shown,
    help: Help.optional(),
    reasonTold: z.boolean().optional(),
    byChannel: z.partialRecord(Channel, z.strictObject(Shown).partial()).optional(),
  }),
  z.strictObject({ remote: z.literal(false), help: Help.optional() }),
]);
const reason = (name: FreezeReason) =>
  Entry.superRefine((entry, context) => {
    if (!entry.remote) return;
    if (!mayBeRemote(name)) context.addIssue({ code: 'custom', message: 'can never be lifted remotely' });
    // It was frozen for wrong passwords: without the right one nothing is proved, and its counter stays where it is.
    if (name !== 'transactionPasswordErrors') return;
    const demands = Object.entries(entry.byChannel ?? {}).map(([channel, there]) => ({
      path: ['byChannel', channel, 'demand'],
      demand: there?.demand,
    }));
    for (const { path, demand } of [{ path: ['demand'], demand: entry.demand }, ...demands])
      if (demand !== undefined && !mustBeReserved[demand].includes('transactionPassword'))
        context.addIssue({ code: 'custom', path, message: 'must include the transaction password' });
  });
const shape = Object.fromEntries(freezeReasons.map((name) => [name, reason(name).optional()]));
const PolicyFile = z.strictObject(shape as Record<FreezeReason, z.ZodOptional<ReturnType<typeof reason>>>);

/**
 * The policy that `PRESET_CONDITIONS_FILE` makes of the default one: a reason that it names is as it says there.
 * @throws UnfreezeError `settingsInvalid`, with everything that is wrong with the file, each on a line of its own
 */
export function readPolicy(file: string | undefined): Policy {
  if (file === undefined) return defaultPolicy;
  const text = textOf(file);
  const problems = repeatedKeys(text).map((key) => `${key} stands there twice`);
  const { data, error } = PolicyFile.safeParse(parsed(file, text));
  for (const issue of error?.issues ?? []) problems.push(inWords(issue));
  if (!data || problems.length > 0) throw wrong(file, problems);
  const policy: Record<FreezeReason, FreezePolicy> = { ...defaultPolicy };
  for (const name of freezeReasons) {
    const entry = data[name];
    if (!entry) continue;
    const help = entry.help ?? defaultPolicy[name].help;
    policy[name] = entry.remote ? { ...entry, held: entry.held ?? usualHolding, help } : { ...entry, help };
  }
  return policy;
}

function textOf(file: string): string {
  const bytes = bytesOf(file);
  if (bytes.length > largest) throw wrong(file, [`is longer than ${largest} bytes`]);
  if (!isUtf8(bytes)) throw wrong(file, ['is not UTF-8']);
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw wrong(file, ['is empty']);
  return text;
}

/** Reads no more than tells that the file is too long, whatever it is. */
function bytesOf(file: string): Buffer {
  try {
    const descriptor = openSync(file, 'r');
    try {
      if (!fstatSync(descriptor).isFile()) throw wrong(file, ['is not a file']);
      const bytes = Buffer.alloc(largest + 1);
      return bytes.subarray(0, readSync(descriptor, bytes));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof UnfreezeError) throw error;
    throw wrong(file, [`cannot be read: ${(error as NodeJS.ErrnoException).code}`]);
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(file, ['is not JSON']);
  }
}

function inWords({ path, code, message, ...issue }: z.core.$ZodIssue): string {
  const place = path.length > 0 ? `${path.join('.')}: ` : '';
  if (code !== 'unrecognized_keys') return `${place}${message}`;
  const { keys } = issue as z.core.$ZodIssueUnrecognizedKeys;
  const known = [
    `known are ${freezeReasons.join(', ')}`,
    'known are remote, help and, where remote is true, demand, held, reasonTold and byChannel',
    `known are ${channels.join(', ')}`,
  ][path.length];
  return `${place}unknown ${keys.join(', ')}; ${known ?? 'known are demand and held'}`;
}

function wrong(file: string, problems: string[]): UnfreezeError {
  const lines = problems.map((problem) => `PRESET_CONDITIONS_FILE ${file}: ${problem}`);
  return new UnfreezeError('settingsInvalid', lines.join('\n'));
}
