import { readSettings } from '../../../kit/readSettings.ts';
import { openStore } from '../../../kit/store/openStore.ts';
import { createBank } from '../../../services/bank.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { bankSettings, bankSettingsShape } from '../../../services/bankSettings.ts';
import { environment } from '../../../services/config.ts';
import { importFile } from '../../../services/import/importFile.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { anOperator } from '../anOperator.ts';

/** Imports the file of the first word and is killed, as by `kill -9`, once its progress is the second. */
const [file = '', last = ''] = process.argv.slice(2);
const clock = () => new Date();
const { databaseUrl, keysFile } = bankSettings(readSettings(bankSettingsShape, environment()));
const keyRing = KeyRing.open(keysFile, { clock, production: false });
const store = await openStore(databaseUrl, [bankSchema]);
const progress = (text: string) => {
  if (text === last) process.kill(process.pid, 'SIGKILL');
};
const parts = { ...createBank({ store, keyRing, clock }), store, keyRing, clock };
const nothing = () => {};
await importFile(
  { ...parts, by: anOperator, takesPasswords: true, badRow: nothing, notice: nothing, progress },
  file,
);
