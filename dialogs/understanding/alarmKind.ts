/**
 * What somebody says to the receipt of an unfreezing that they know nothing of.
 * - `denies`: it was somebody else; `freezes`: it is to be frozen again
 * - `asksWho`: who has done it; `reports`: a theft, a fraud, the police
 * - `wonders`: may be any of these, and may be something else
 */
export type AlarmKind = 'denies' | 'freezes' | 'asksWho' | 'reports' | 'wonders';

/** One pattern, read on plain text (see `plainText`), with one that it takes and one that it leaves. */
export type AlarmWords = { kind: AlarmKind; when: RegExp; takes: string; leaves: string };
