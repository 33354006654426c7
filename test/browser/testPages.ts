import { openPages } from '../../kit/pages/openPages.ts';

/** The pages as an installation serves them. */
export const testPages = openPages(undefined);
