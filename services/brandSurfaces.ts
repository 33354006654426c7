import type { Surfaces } from '../brand/sentences.ts';
import { notices } from '../words/notices.ts';
import { page } from '../words/page.ts';
import { secureForm } from '../words/secureForm.ts';

/** What the bank's side says to customers, and a brand may say otherwise. */
export const bankSurfaces: Surfaces = { texts: { notices, page, secureForm } };
