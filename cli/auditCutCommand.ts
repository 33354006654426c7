import { rm } from 'node:fs/promises';
import type { Command } from 'commander';
import type { CommandTerminal } from '../kit/command.ts';
import { counted } from '../kit/counted.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { type Instant, instant, later } from '../kit/time.ts';
import type { Decides } from '../services/approvals/approvals.ts';
import { AnchorChain } from '../services/audit/anchorChain.ts';
import { AnchorFile } from '../services/audit/anchorFile.ts';
import { archiveOf, checkArchive } from '../services/audit/archive.ts';
import { type Cut, cutBefore, cutTrail } from '../services/audit/cutTrail.ts';
import { verifyAudit } from '../services/audit/verifyAudit.ts';
import type { ByHand } from '../services/contract/byHand.ts';
import { howToNameAMoment, moment } from './moment.ts';
import { byHand, reasonOption } from './operator.ts';
import { writeOwnersFile } from './ownersFile.ts';
import type { Surroundings } from './surroundings.ts';
import type { OpenBank } from './withBank.ts';

export type Cutting = { archive: string; before: Instant };
type Says = { archive: string; before?: Instant; reason?: string };

const more = `
Only what is older than RETENTION_AUDIT_TRAIL can be cut, and only up to a head that was anchored, when the whole trail
holds. The archive is written and checked first. Keep it with the anchors of its time and the audit key: \`audit verify
--archive FILE\` says at any time whether it holds. What is left is verified as before.`;

/** Adds the command that cuts the trail. @param does cuts it, or asks for a second person */
export function addCutCommand(
  program: Command,
  { terminal, clock, operator }: Pick<Surroundings, 'terminal' | 'clock' | 'operator'>,
  does: (cutting: Pick<Says, 'archive' | 'before'>, by: ByHand) => Promise<string>,
): void {
  program
    .command('cut')
    .description('move entries older than RETENTION_AUDIT_TRAIL out of the trail, into an archive')
    .requiredOption('--archive <FILE>', 'a new file for the entries; only its owner may read it')
    .option('--before <MOMENT>', `only entries older than this: ${howToNameAMoment}`, moment(clock))
    .addOption(reasonOption())
    .addHelpText('after', more)
    .action(async ({ archive, before, ...says }: Says) => {
      const by = byHand(operator, says);
      terminal.out(await does({ archive, ...(before !== undefined && { before }) }, by));
    });
}

/** The moment before which entries may be cut. @throws UnfreezeError `messageInvalid` where `before` is later */
export function oldEnough({ settings, clock }: OpenBank, before: Instant | undefined): Instant {
  const { text, milliseconds } = settings.auditTrailKeptFor;
  const most = instant(later(clock(), -milliseconds));
  if (before === undefined || before <= most) return before ?? most;
  throw new UnfreezeError(
    'messageInvalid',
    `--before: RETENTION_AUDIT_TRAIL (${text}) keeps entries newer than ${most}`,
  );
}

/** Cuts the trail. @returns the message about it. @throws UnfreezeError `auditTrailBroken` where the trail is wrong */
export async function cut(
  bank: OpenBank,
  { archive, before }: Cutting,
  { by, terminal, decides }: { by: ByHand; terminal: CommandTerminal; decides?: Decides },
): Promise<string> {
  const { store, audit, keyRing } = bank;
  const sink = new AnchorFile(bank.settings.auditAnchors);
  await assertHolds(bank, sink, terminal);
  const found = await cutBefore(before, { store, audit, sink, keys: keyRing.anchorPublicKeys });
  if (!found) {
    await store.transaction([], async (manager) => decides?.(manager, 'none'));
    return `nothing was cut: no anchored head is older than ${before}\n`;
  }
  const digest = await archived(bank, archive, found, sink);
  const { first, last } = found;
  await cutTrail(found, bank, async (manager) => {
    await decides?.(manager, 'done');
    const details = { first, last: last.number, hash: last.hash, archive: digest, ...by };
    await audit.write(manager, bank.clock(), 'trailCut', details);
  });
  await store.forgetDeleted();
  const many = counted(last.number - first + 1, 'entry', 'entries');
  return `cut: ${many}, ${first} to ${last.number}, older than ${last.at}; they are in ${archive}, SHA-256 ${digest}\n`;
}

async function assertHolds(bank: OpenBank, sink: AnchorFile, { progress }: CommandTerminal): Promise<void> {
  const verdict = await verifyAudit({
    ...bank,
    sink,
    progress: (holding) => progress?.(`${holding} entries`),
  });
  progress?.('');
  if (!verdict.bad && verdict.tail.foreign === 0 && verdict.traces.problem === undefined) return;
  throw new UnfreezeError(
    'auditTrailBroken',
    'the trail does not hold, as `audit verify` says: nothing was cut',
  );
}

/** Writes the archive and checks it before anything is deleted. @returns its digest */
async function archived(
  { store, audit, keyRing }: OpenBank,
  file: string,
  { first, before, last: { number: last, hash } }: Cut,
  sink: AnchorFile,
): Promise<string> {
  const { lines, digest } = archiveOf((work) => store.read(work), { first, last, before, hash });
  await writeOwnersFile(file, lines);
  const anchors = new AnchorChain(keyRing.anchorPublicKeys);
  const { bad } = await checkArchive(file, { audit, sink, anchors });
  if (!bad) return digest();
  await rm(file);
  throw new UnfreezeError('auditTrailBroken', `entry ${bad.number}: ${bad.problem}; nothing was cut`);
}
