import { join } from 'node:path';
import { keyedBot } from '../bot/keyedBot.ts';
import { counted } from '../kit/counted.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { openStore } from '../kit/store/openStore.ts';
import { asItIs, ranMigrations } from '../kit/store/schema.ts';
import { openSqliteCopy } from '../kit/store/sqliteCopy.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import { AnchorFile } from '../services/audit/anchorFile.ts';
import { Audit } from '../services/audit/audit.ts';
import { verifyAudit } from '../services/audit/verifyAudit.ts';
import type { BankSettings } from '../services/bankSettings.ts';
import type { BackupManifest } from '../services/installation/backupManifest.ts';
import { DatabaseKeys } from '../services/installation/databaseKeys.ts';
import { backupFiles } from '../services/installation/makeBackup.ts';
import { keyedBank } from '../services/keyedBank.ts';
import type { KeyRing } from '../services/security/keyRing.ts';

type Given = { manifest: BackupManifest; settings: BankSettings; keyRing: KeyRing; clock: Clock };

const halves = [keyedBank, keyedBot];

/**
 * Checks the restored data of a backup without writing: it is as recent as the manifest says, fits these keys, and its
 * audit trail is unbroken up to every anchor of the backup.
 * @returns the result in the operator's words
 * @throws UnfreezeError `storeUnavailable`, `keysForeign`, `messageInvalid`, `auditTrailBroken`
 */
export async function checkRestored(folder: string, given: Given): Promise<string> {
  const store = await opened(folder, given);
  try {
    return await found(store, folder, given);
  } finally {
    await store.close();
  }
}

function opened(folder: string, { manifest, settings }: Given): Promise<Store> {
  const schemas = halves.map(({ schema }) => asItIs(schema));
  if (manifest.database === 'sqlite') return openSqliteCopy(join(folder, backupFiles.database), schemas);
  if (!settings.databaseUrl.startsWith('sqlite:')) return openStore(settings.databaseUrl, schemas);
  throw new UnfreezeError(
    'settingsInvalid',
    'DATABASE_URL: must name the database that the dump was restored into',
  );
}

async function found(store: Store, folder: string, { manifest, ...given }: Given): Promise<string> {
  const { settings, keyRing, clock } = given;
  const ran = await ranMigrations(store);
  const lacking = manifest.migrations.filter((name) => !ran.includes(name));
  if (lacking.length > 0)
    throw new UnfreezeError(
      'messageInvalid',
      `the database lacks ${lacking[0]}: it is not the one of this backup`,
    );
  const schemas = halves.filter(({ schema }) => ran.some((name) => name.startsWith(schema.prefix)));
  const own = schemas.flatMap(({ schema }) =>
    schema.migrations.map((Migration) => new Migration().name ?? ''),
  );
  if (own.some((name) => !ran.includes(name)))
    return `of version ${manifest.version}: its data is checked after the first start, by npx thawline audit verify`;
  await new DatabaseKeys({ ...given, store, schemas, keysFile: settings.keysFile }).assertOwn();
  if (!schemas.includes(keyedBank)) return 'of these keys';
  const audit = new Audit(keyRing);
  const sink = new AnchorFile(join(folder, backupFiles.anchors));
  const { bad, holding, tail, traces } = await verifyAudit({ store, audit, keyRing, sink, clock });
  if (bad) throw new UnfreezeError('auditTrailBroken', `entry ${bad.number}: ${bad.problem}`);
  if (tail.foreign > 0 || traces.problem)
    throw new UnfreezeError('auditTrailBroken', traces.problem ?? 'a waiting entry was changed');
  if (manifest.head && holding < manifest.head.number)
    throw new UnfreezeError(
      'auditTrailBroken',
      `the trail ends at entry ${holding}, and the backup knew of ${manifest.head.number}`,
    );
  return `of these keys; ${counted(holding + tail.waiting, 'entry holds', 'entries hold')}`;
}
