/**
 * A finding of preflight. `unsafe` must be corrected before customers come; `look` is something that the operator must
 * check, because it cannot be read from here.
 */
export type Finding = { weight: 'unsafe' | 'look'; what: string };
