import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { type CommandTerminal, command } from '../kit/command.ts';
import { counted } from '../kit/counted.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { readSettings } from '../kit/readSettings.ts';
import { seconds } from '../kit/time.ts';
import { AnchorChain } from '../services/audit/anchorChain.ts';
import { AnchorFile } from '../services/audit/anchorFile.ts';
import { checkArchive } from '../services/audit/archive.ts';
import { Audit } from '../services/audit/audit.ts';
import { checkSignatures } from '../services/audit/checkSignatures.ts';
import { type AuditVerdict, verifyAudit } from '../services/audit/verifyAudit.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import { openKeyRing } from '../services/keeping/openKeys.ts';
import { type AnchorKeys, readPublicKeys } from '../services/security/anchorKey.ts';
import type { KeyRing } from '../services/security/keyRing.ts';
import { addCutCommand, cut, oldEnough } from './auditCutCommand.ts';
import { addShowCommand } from './auditShowCommand.ts';
import { keyChanges } from './keyWork.ts';
import { byHand, reasonOption } from './operator.ts';
import { resultTexts } from './resultTexts.ts';
import { asked, changedOrAsked, needsSecondPerson } from './secondPerson.ts';
import type { Surroundings } from './surroundings.ts';
import { withBank } from './withBank.ts';

/** `thawline audit`: the operator's commands for the audit trail, and an auditor's for its anchors. */
export function auditCommand({
  input = Readable.from([]),
  ...around
}: Omit<Surroundings, 'input' | 'output'> & Partial<Pick<Surroundings, 'input'>>): Command {
  const { terminal, environment, clock, operator } = around;
  const program = command('audit', terminal).description('the audit trail of the bank’s side');
  const settings = () => bankSettings(readSettings(bankSettingsShape, environment()));
  const { out } = terminal;

  program
    .command('verify')
    .description('check every entry, and the trail against its anchors; exit 1 with the first bad entry')
    .option('--anchors <file>', 'the anchors to check the trail against; by default those in AUDIT_ANCHORS')
    .option(
      '--key <file>',
      'check the anchors alone with these public keys, without the database or any secret',
    )
    .option(
      '--archive <file>',
      'check what `cut` has written there, by itself, with KEYS_FILE and without the database',
    )
    .action(async ({ anchors, key, archive }: { anchors?: string; key?: string; archive?: string }) => {
      if (archive !== undefined) {
        const given = settings();
        const keyRing = await openKeyRing(given, clock);
        const sink = new AnchorFile(anchors ?? given.auditAnchors);
        return tellOfArchive(archive, { keyRing, sink }, terminal);
      }
      if (key !== undefined) {
        const sink = new AnchorFile(anchors ?? settings().auditAnchors);
        const { holding, ...check } = await checkSignatures(sink, publicKeysIn(key));
        out(
          `${counted(holding, 'anchor holds', 'anchors hold')}${check.bad ? ' before the first bad one' : ''}\n`,
        );
        tell(check, sink.name, terminal);
        if (check.last) out(`entry ${check.last.number} has the hash ${check.last.hash || 'none'}\n`);
        return;
      }
      await withBank(around, async (bank) => {
        const sink = new AnchorFile(anchors ?? bank.settings.auditAnchors);
        const progress = (holding: number) => terminal.progress?.(`${holding} entries`);
        const { holding, cut, tail, traces, ...check } = await verifyAudit({ ...bank, sink, progress });
        terminal.progress?.('');
        out(
          `${counted(Math.max(0, holding - cut), 'entry holds', 'entries hold')}${check.bad ? ' before the first bad one' : ''}\n`,
        );
        if (cut > 0) out(`up to entry ${cut} the trail was cut: --archive checks what was cut off\n`);
        tell(check, sink.name, terminal);
        tellOfTail(tail, traces, { terminal, now: clock() });
        const notAnchored = Math.max(0, holding - (check.last?.number ?? holding));
        if (notAnchored > 0) {
          out(`${counted(notAnchored, 'entry is', 'entries are')} newer than the last anchor\n`);
        }
      });
    });

  addShowCommand(program, around, input);
  addCutCommand(program, around, ({ archive, before: given }, by) =>
    withBank(around, async (bank) => {
      const cutting = { archive, before: oldEnough(bank, given) };
      if (await needsSecondPerson(bank)) return asked(bank, { work: 'trailCut', subject: cutting }, by);
      return cut(bank, cutting, { by, terminal });
    }),
  );

  program
    .command('key')
    .description('print the public keys that anchors are checked with, the newest first')
    .option('--new', 'make a new key first; of the old one only its public half is kept')
    .addOption(reasonOption())
    .action(async ({ new: isNew = false, ...says }: { new?: boolean; reason?: string }) => {
      if (isNew) {
        const by = byHand(operator, says);
        const work = { work: 'anchorKey', subject: {} } as const;
        const told = await changedOrAsked(around, keyChanges.anchorKey, work, by);
        // Only keys are printed, so that the output can be saved as a file.
        if (told !== resultTexts.anchorKeyMade) return terminal.err(told);
      }
      const keyRing = await openKeyRing(settings(), clock);
      for (const publicKey of keyRing.anchorPublicKeys.values()) {
        out(publicKey.export({ type: 'spki', format: 'pem' }).toString());
      }
    });
  return program;
}

/** @throws UnfreezeError `settingsInvalid` */
function publicKeysIn(file: string): AnchorKeys {
  try {
    return readPublicKeys(readFileSync(file, 'utf8'));
  } catch (cause) {
    const reason = `${file} holds no public keys as \`npx thawline audit key\` prints them`;
    throw new UnfreezeError('settingsInvalid', reason, { cause });
  }
}

/**
 * @throws UnfreezeError `auditTrailBroken`, with the first wrong entry; `messageInvalid` where the file is not an
 * archive
 */
async function tellOfArchive(
  file: string,
  { keyRing, sink }: { keyRing: KeyRing; sink: AnchorFile },
  { out }: CommandTerminal,
): Promise<void> {
  const anchors = new AnchorChain(keyRing.anchorPublicKeys);
  const { head, holding, anchored, bad } = await checkArchive(file, {
    audit: new Audit(keyRing),
    sink,
    anchors,
  });
  const many = counted(holding, 'entry holds', 'entries hold');
  out(`${many}${bad ? ' before the first bad one' : ''}, of ${head.first} to ${head.last}\n`);
  if (bad) throw new UnfreezeError('auditTrailBroken', `entry ${bad.number}: ${bad.problem}`);
  out(`${counted(anchored, 'anchor vouches', 'anchors vouch')} for them\n`);
}

/** @throws UnfreezeError `auditTrailBroken` where a waiting entry was not written by this service, or one is missing */
function tellOfTail(
  { waiting, since, foreign }: AuditVerdict['tail'],
  { problem }: AuditVerdict['traces'],
  { terminal, now }: { terminal: CommandTerminal; now: Date },
): void {
  if (since !== undefined) {
    const age = Math.round((now.getTime() - Date.parse(since)) / seconds);
    const wait = counted(waiting, 'entry waits', 'entries wait');
    terminal.out(`${wait} to be chained, the oldest for ${age} s\n`);
  }
  if (foreign > 0) {
    const are = counted(foreign, 'entry that waits was', 'entries that wait were');
    throw new UnfreezeError(
      'auditTrailBroken',
      `${are} changed, or put in, or written under another audit key`,
    );
  }
  if (problem) throw new UnfreezeError('auditTrailBroken', `an entry is missing: ${problem}`);
}

/** @throws UnfreezeError `auditTrailBroken`, with the first wrong entry */
function tell(
  check: Omit<AuditVerdict, 'holding' | 'cut' | 'tail' | 'traces'>,
  file: string,
  { out }: CommandTerminal,
): void {
  const { first, last, halfWritten, bad } = check;
  if (halfWritten > 0) {
    const lines = counted(halfWritten, 'line is', 'lines are');
    out(`${lines} half written in ${file}, as a crash or a full disk leaves it, and left out of account\n`);
  }
  if (bad) throw new UnfreezeError('auditTrailBroken', `entry ${bad.number}: ${bad.problem}`);
  if (first && last) {
    out(`anchored from entry ${first.number} at ${first.at} to entry ${last.number} at ${last.at}\n`);
  }
}
