import { writeFileSync } from 'node:fs';
import { openApi } from '../services/cardSystem/remote/openApi.ts';

/** `npm run api`: writes the document that a bank's developer reads. */
const file = new URL('../docs/card-system-api.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(openApi(), null, 2)}\n`);
