import type { CommandTerminal } from '../kit/command.ts';
import { readSettings } from '../kit/readSettings.ts';
import type { Clock } from '../kit/time.ts';
import { bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import { bytesOf } from '../services/import/cardFile.ts';
import { HeldKeys } from '../services/import/heldKeys.ts';
import { protectedRows } from '../services/import/protectRows.ts';
import { openKeyRing } from '../services/keeping/openKeys.ts';
import { FieldSealing } from '../services/security/fieldSealing.ts';
import { PasswordVerifiers } from '../services/security/passwordVerifier.ts';
import { BadRows } from './badRows.ts';
import { writeOwnersFile } from './ownersFile.ts';

/** The part of `npx thawline cards protect --help` that says how well a verifier in a file protects a password. */
export const whatProtectDoes = `
Writes the same rows with transactionPasswordVerifier in the place of transactionPassword, for \`import\` in production.
A verifier is Argon2id, sealed under the field key in KEYS_FILE, and opens for its phone alone: run this with the
KEYS_FILE of the bank that will import the file. Whoever has the file alone can do nothing with its verifiers; whoever
has the key file too can try a million passwords. All other columns stay plain, identity documents and card numbers
among them. After \`keys rewrap\` the file cannot be imported any more: keep the plain one until it is.
Standard output can hold a part of the rows where the exit code is not 0; --output cannot. A password takes some 40 ms
of one core; UV_THREADPOOL_SIZE (4) says how many are worked on at once.`;

type ProtectCommandOptions = {
  environment: NodeJS.ProcessEnv;
  clock: Clock;
  input: NodeJS.ReadableStream;
  terminal: CommandTerminal;
};

/**
 * `npx thawline cards protect`: replaces the passwords in a file and reports on the terminal. It needs the key file but
 * no database.
 */
export async function protectCommand(
  { environment, clock, input, terminal }: ProtectCommandOptions,
  file: string,
  output: string | undefined,
): Promise<void> {
  const settings = bankSettings(readSettings(bankSettingsShape, environment));
  const keys = new HeldKeys(await openKeyRing(settings, clock));
  const fields = new FieldSealing(keys);
  const badRows = new BadRows(terminal);
  const progress = (text: string) => terminal.progress?.(text);
  const { passwordLengths } = settings;
  const verifiers = new PasswordVerifiers(fields);
  const parts = { fields, verifiers, badRow: badRows.tell, progress, passwordLengths };
  const bytes = file === '-' ? (input as AsyncIterable<Buffer>) : bytesOf(file);
  const rows = protectedRows(parts, bytes);
  try {
    if (output !== undefined) await writeOwnersFile(output, rows);
    else for await (const row of rows) terminal.out(row);
  } finally {
    badRows.end();
  }
}
