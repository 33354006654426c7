/** The conformance kit: what tries a bank's card system, for the command and for a bank's own tests. */
export { ConformanceLine, type LineOptions } from './line.ts';
export { promises, unseen } from './promises.ts';
export { readTestCards } from './testCards.ts';
export { TestedBank } from './testedBank.ts';
export { reportInWords, tryAll } from './tryAll.ts';
