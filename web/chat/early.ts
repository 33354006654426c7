import { directLine } from '../../bot/contract/directLine.ts';
import { firstLanguage } from '../kit/firstLanguage.ts';
import { localeTag } from '../kit/localeTag.ts';
import { askOtherTabs, isAlone } from './otherTabs.ts';
import { serviceCall } from './serviceCall.ts';
import { ServiceRefused } from './serviceRefused.ts';

/** What came of beginning the conversation before the page's own script was there; that reads it with its schemas. */
export type Begun = {
  /** As the service answered. */
  conversation?: unknown;
  /** What another tab has, in its place. */
  kept?: unknown;
  /** The work that the service wants first. */
  challenge?: string | null;
  clockOffset?: number | undefined;
};

declare global {
  interface Window {
    thawlineBegun?: Promise<Begun> | undefined;
  }
}

/**
 * Stands in the page itself, in front of all that it loads: on a slow line the conversation has begun when the page's
 * script is there. Small for that: it knows no schemas. What goes wrong here goes the ordinary way later.
 */
if (sessionStorage.length === 0) window.thawlineBegun = begins().catch(() => ({}));

async function begins(): Promise<Begun> {
  const kept = (await isAlone()) ? undefined : await askOtherTabs();
  if (kept !== undefined) return { kept };
  try {
    const body = { locale: localeTag(firstLanguage()), begins: true };
    const answered = await serviceCall('POST', directLine.pageToken, { body });
    return { conversation: answered.body, clockOffset: answered.clockOffset };
  } catch (error) {
    return error instanceof ServiceRefused ? { challenge: error.challenge } : {};
  }
}
