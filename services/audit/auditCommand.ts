import type { Command } from 'commander';
import { command, type Terminal } from '../command.ts';
import { UnfreezeError } from '../contract/errors.ts';
import type { Clock } from '../contract/time.ts';
import { counted } from '../counted.ts';
import { withBank } from '../withBank.ts';
import { AnchorFile } from './anchorFile.ts';
import { type AuditVerdict, verifyAudit } from './verifyAudit.ts';

type Surroundings = {
  terminal: Terminal;
  /** Read when a command runs, so that `--help` needs no settings. */
  environment: () => NodeJS.ProcessEnv;
  clock: Clock;
};

/** `npm run audit`: the operator's command on the audit trail. */
export function auditCommand({ terminal, environment, clock }: Surroundings): Command {
  const program = command('audit', terminal).description('the audit trail of the bank’s side');
  program
    .command('verify')
    .description(
      'check every entry, and the trail against its anchors in AUDIT_ANCHORS; exit 1 with the first bad entry',
    )
    .action(async () => {
      await withBank(environment(), clock, async (bank) => {
        const sink = new AnchorFile(bank.settings.auditAnchors);
        const progress = (holding: number) => terminal.progress?.(`${holding} entries`);
        const verdict = await verifyAudit({ ...bank, sink, progress });
        terminal.progress?.('');
        tell(verdict, sink.name, terminal);
      });
    });
  return program;
}

/** @throws UnfreezeError `auditTrailBroken`, with the first bad entry */
function tell({ holding, first, last, halfWritten, bad }: AuditVerdict, file: string, { out }: Terminal) {
  out(`${counted(holding, 'entry holds', 'entries hold')}${bad ? ' before the first bad one' : ''}\n`);
  if (halfWritten > 0) {
    const lines = counted(halfWritten, 'line is', 'lines are');
    out(`${lines} half written in ${file}, as a crash or a full disk leaves it, and left out of account\n`);
  }
  if (bad) throw new UnfreezeError('auditTrailBroken', `entry ${bad.number}: ${bad.problem}`);
  if (!first || !last) return;
  out(`anchored from entry ${first.number} at ${first.at} to entry ${last.number} at ${last.at}\n`);
  const notAnchored = Math.max(0, holding - last.number);
  if (notAnchored > 0) out(`${counted(notAnchored, 'entry is', 'entries are')} newer than the last anchor\n`);
}
