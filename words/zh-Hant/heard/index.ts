// Read in simplified characters, whatever was written: one list for both scripts, with Cantonese and what Taiwan says.
export {
  alarmContexts,
  alarms,
  cardQuestions,
  concepts,
  disowning,
  findings,
  freezeQuestions,
  freezeSlips,
  guardLosses,
  guardQuestions,
  guardRefusals,
  guardThings,
  guardTold,
  handovers,
  lockQuestions,
  moments,
  plainRequests,
  short,
  spelling,
  spokenCard,
  topicWords,
  waysOut,
  wishParts,
  wordClasses,
  wrapping,
  yes,
} from '../../zh-Hans/heard/index.ts';
export * as answers from './answers.ts';
export * as calls from './calls.ts';
export * as languages from './languages.ts';
export * as links from './links.ts';
export * as secrets from './secrets.ts';
