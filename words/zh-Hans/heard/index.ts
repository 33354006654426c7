export * as guardLosses from './guardLosses.ts';
export * as guardQuestions from './guardQuestions.ts';
export * as guardRefusals from './guardRefusals.ts';
export * as guardThings from './guardThings.ts';
export * as guardTold from './guardTold.ts';
