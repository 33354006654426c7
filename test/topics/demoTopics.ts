import { fileURLToPath } from 'node:url';

/** The answers of the demo bank, for tests that start in production. */
export const demoTopics = fileURLToPath(new URL('../../demo/topics', import.meta.url));
