// Read in simplified characters, whatever was written: one list for both scripts, with Cantonese and what Taiwan says.
export {
  guardLosses,
  guardQuestions,
  guardRefusals,
  guardThings,
  guardTold,
} from '../../zh-Hans/heard/index.ts';
