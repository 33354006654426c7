import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { idsOf } from '../../kit/idsOf.ts';
import { type Period, period } from '../../kit/retention/period.ts';
import { hours } from '../../kit/time.ts';
import { FileUnreadable, writtenJson } from '../../kit/writtenFile.ts';
import { Channel, channels } from '../contract/channels.ts';
import { type FreezeReason, freezeReasons, mayBeRemote } from '../contract/freezeReason.ts';
import { Help } from '../contract/unfreezeInstructions.ts';
import { type CoolingOff, coolingOffRows } from './coolingOff.ts';
import { mustBeReserved } from './demands.ts';
import { mustBeHeld, usualHolding } from './holdings.ts';
import { defaultPolicy, type FreezePolicy, type Policy } from './policy.ts';

/** A longer wait is refused: then the policy should say that the freeze is not lifted remotely. */
const longestWait = 30 * 24 * hours;

/** The largest file in bytes; a whole policy takes about a kilobyte. */
const largest = 65_536;

const Shown = { demand: z.enum(idsOf(mustBeReserved)), held: z.enum(idsOf(mustBeHeld)).optional() };
const Wait = z.string().transform((text, context): Period => {
  const read = period(text);
  if (read && read.milliseconds <= longestWait) return read;
  context.addIssue({
    code: 'custom',
    message: 'must be a duration such as PT12H or P3D, of 30 days at the most',
  });
  return z.NEVER;
});
const waits = Object.fromEntries(idsOf(coolingOffRows).map((since) => [since, Wait])) as Record<
  keyof CoolingOff,
  typeof Wait
>;
const Entry = z.discriminatedUnion('remote', [
  z.strictObject({
    remote: z.literal(true),
    ...Shown,
    help: Help.optional(),
    reasonTold: z.boolean().optional(),
    byNumberAlone: z.boolean().optional(),
    byChannel: z.partialRecord(Channel, z.strictObject(Shown).partial()).optional(),
    coolingOff: z.strictObject(waits).partial().optional(),
    riskSilent: z.enum(['allow', 'askMore', 'refuse']).optional(),
  }),
  z.strictObject({ remote: z.literal(false), help: Help.optional() }),
]);
const reason = (name: FreezeReason) =>
  Entry.superRefine((entry, context) => {
    if (!entry.remote) return;
    if (!mayBeRemote(name)) context.addIssue({ code: 'custom', message: 'can never be lifted remotely' });
    if (entry.byNumberAlone !== undefined && name !== 'customerRequest')
      context.addIssue({ code: 'custom', path: ['byNumberAlone'], message: 'is for customerRequest alone' });
    // A card frozen for wrong passwords needs the right password: nothing else proves the customer or resets the
    // counter.
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
 * The default policy with the changes from `PRESET_CONDITIONS_FILE`: each reason named there is replaced.
 * @throws UnfreezeError `settingsInvalid`, with every fault of the file on its own line
 */
export function readPolicy(file: string | undefined): Policy {
  if (file === undefined) return defaultPolicy;
  const { value, problems } = written(file);
  const { data, error } = PolicyFile.safeParse(value);
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

function written(file: string): ReturnType<typeof writtenJson> {
  try {
    return writtenJson(file, largest);
  } catch (error) {
    if (error instanceof FileUnreadable) throw wrong(file, [error.message]);
    throw error;
  }
}

function inWords({ path, code, message, ...issue }: z.core.$ZodIssue): string {
  const place = path.length > 0 ? `${path.join('.')}: ` : '';
  if (code !== 'unrecognized_keys') return `${place}${message}`;
  const { keys } = issue as z.core.$ZodIssueUnrecognizedKeys;
  const known = [
    `known are ${freezeReasons.join(', ')}`,
    'known are remote, help and, where remote is true, demand, held, reasonTold, byNumberAlone, byChannel, coolingOff and riskSilent',
    path[1] === 'coolingOff'
      ? `known are ${idsOf(coolingOffRows).join(', ')}`
      : `known are ${channels.join(', ')}`,
  ][path.length];
  return `${place}unknown ${keys.join(', ')}; ${known ?? 'known are demand and held'}`;
}

function wrong(file: string, problems: string[]): UnfreezeError {
  const lines = problems.map((problem) => `PRESET_CONDITIONS_FILE ${file}: ${problem}`);
  return new UnfreezeError('settingsInvalid', lines.join('\n'));
}
