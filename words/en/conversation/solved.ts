import type { Wording } from '../../../kit/wording.ts';
import type { solved as source } from '../../zh-Hans/conversation/solved.ts';

export const solved: Record<keyof typeof source, Wording> = {
  'solved.ask': 'Has that solved your problem?',
  'solved.yes': 'I am glad I could help. I am here whenever you need me.',
  'solved.no': 'I am sorry that it is not solved yet. Tell me what is still wrong, or choose one of these.',
  'choice.solved': 'Yes, solved',
  'choice.notSolved': 'Not solved yet',
};
