import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditCommand } from '../../../cli/auditCommand.ts';
import { run } from '../../../kit/command.ts';
import { minutes } from '../../../kit/time.ts';
import { AnchorFile } from '../../../services/audit/anchorFile.ts';
import { AuditAnchoring } from '../../../services/audit/auditAnchoring.ts';
import { AuditEntries } from '../../../services/tables/auditEntry.ts';
import type { EmptyDatabase } from '../../databases/emptyDatabase.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { recordedTerminal } from '../recordedTerminal.ts';
import { openTestBank, type TestBank } from '../testBank.ts';

/** A bank's audit trail with its anchors in a file, and what somebody could do to either. */
export class AnchoredTrail {
  readonly bank: TestBank;
  readonly #folder = temporaryFolder();
  readonly file = join(this.#folder.path, 'audit-anchors.jsonl');

  private constructor(bank: TestBank) {
    this.bank = bank;
  }

  static async of(empty: () => Promise<EmptyDatabase>): Promise<AnchoredTrail> {
    return new AnchoredTrail(await openTestBank({ customers: [], empty }));
  }

  static around(bank: TestBank): AnchoredTrail {
    return new AnchoredTrail(bank);
  }

  /** The anchoring of a service that was just started. */
  anchoring(): AuditAnchoring {
    const { bank } = this;
    return new AuditAnchoring({ ...bank, clock: bank.now, sink: new AnchorFile(this.file) });
  }

  /** Writes entries and anchors them, a minute later than the ones before. */
  async grows(entries: number, anchoring = this.anchoring()): Promise<void> {
    await this.writes(entries);
    this.bank.passes(1 * minutes);
    await anchoring.anchorHead();
  }

  /** And chains them. */
  async writes(entries: number): Promise<void> {
    const { audit, store, now } = this.bank;
    await store.transaction([], async (manager) => {
      for (let count = 0; count < entries; count++) {
        await audit.write(manager, now(), 'cardUnfrozen', { card: `card ${count}` });
      }
    });
    await this.bank.chaining.chain();
  }

  /** Writes the trail anew as somebody does who has the database and the audit key: other details, a right chain. */
  async rebuild(from: number): Promise<void> {
    await this.bank.store.transaction([], async (manager) => {
      const rows = await manager.find(AuditEntries, { order: { number: 'ASC' } });
      let before = '';
      for (const { hash: _, ...row } of rows) {
        const details = row.number < from ? row.details : '{"card":"nobody’s"}';
        const entry = { ...row, details };
        before = this.bank.audit.hash(entry, before);
        await manager.update(AuditEntries, { number: row.number }, { details, hash: before });
      }
    });
  }

  get anchorLines(): string[] {
    return readFileSync(this.file, 'utf8').split('\n').slice(0, -1);
  }

  set anchorLines(lines: string[]) {
    writeFileSync(this.file, lines.map((line) => `${line}\n`).join(''));
  }

  /** `npx thawline audit verify` */
  verify(words: readonly string[] = ['verify']) {
    return this.says(words);
  }

  /** `npx thawline audit …` */
  async says(words: readonly string[], settings: NodeJS.ProcessEnv = {}) {
    const { databaseUrl, keysFile, now } = this.bank;
    const { terminal, said } = recordedTerminal();
    const environment = () => ({
      DATABASE_URL: databaseUrl,
      KEYS_FILE: keysFile,
      AUDIT_ANCHORS: this.file,
      ...settings,
    });
    const code = await run(auditCommand({ terminal, environment, clock: now }), words, terminal);
    return { code, ...said };
  }

  async close(): Promise<void> {
    await this.bank.close();
    this.#folder.remove();
  }
}
