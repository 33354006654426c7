import { fileURLToPath } from 'node:url';

/** The example of `docs/brand.md`, for a service that runs in production. */
export const harbour = fileURLToPath(new URL('../../docs/brand/harbour.json', import.meta.url));
