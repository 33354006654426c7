import { botSchema } from '../../bot/botSchema.ts';
import { openStore } from '../../kit/store/openStore.ts';
import { bankSchema } from '../../services/bankSchema.ts';

/** Opens a database for both halves as a process of its own, and closes it. */
const { DATABASE_URL = '' } = process.env;
const store = await openStore(DATABASE_URL, [bankSchema, botSchema]);
await store.close();
