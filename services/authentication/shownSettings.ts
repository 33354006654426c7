import { type Period, periodSetting } from '../../kit/retention/period.ts';
import { minutes } from '../../kit/time.ts';

/** How long what a customer has shown for one card counts for their others; `.env.example` says more. */
export const shownSettingsShape = { SHOWN_COUNTS_FOR: periodSetting('PT10M', 'PT0S', 'PT30M') };

/** The usual time, which is that for which an authentication request is open. */
export const usualShownCounts: Period = { text: 'PT10M', milliseconds: 10 * minutes };
