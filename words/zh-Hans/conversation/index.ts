/**
 * All that is said in the conversation, a file a topic; the other languages follow this one sentence by sentence. On the
 * telephone nobody is told to type, or to call the number that they have just called: `speech` says such things otherwise.
 */
export * from './asides.ts';
export * from './authentication.ts';
export * from './cardStatus.ts';
export * from './choices.ts';
export * from './consent.ts';
export * from './freeze.ts';
export * from './general.ts';
export * from './handoff.ts';
export * from './identityDocument.ts';
export * from './lock.ts';
export * from './messaging.ts';
export * from './moving.ts';
export * from './person.ts';
export * from './repair.ts';
export * from './report.ts';
export * from './result.ts';
export * from './secureForm.ts';
export * from './secureLink.ts';
export * from './solved.ts';
export * from './telephone.ts';
export * from './transactionPassword.ts';
export * from './unfreeze.ts';
export { ways } from './ways.ts';
