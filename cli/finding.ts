/** `unsafe` must be mended before customers come; `look` is for the operator to see to: it cannot be read from here. */
export type Finding = { weight: 'unsafe' | 'look'; what: string };
