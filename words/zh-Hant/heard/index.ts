// Read in simplified characters, whatever was written: one list for both scripts, with Cantonese and what Taiwan says.
export {
  concepts,
  guardLosses,
  guardQuestions,
  guardRefusals,
  guardThings,
  guardTold,
  spelling,
  topicWords,
  wordClasses,
  wrapping,
} from '../../zh-Hans/heard/index.ts';
