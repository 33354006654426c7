import { botSchema } from '../../bot/botSchema.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { openTestStore } from '../databases/openTestStore.ts';

/** Opens a database for both halves as a process of its own, and closes it. */
const { DATABASE_URL = '' } = process.env;
const store = await openTestStore(DATABASE_URL, [bankSchema, botSchema]);
await store.close();
