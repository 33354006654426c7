import type { Wordings } from '../../../kit/wording.ts';

/** Whether it is solved: asked once, at the end, and never on the telephone. */
export const solved = {
  'solved.ask': '您的问题解决了吗？',
  'solved.yes': '很高兴能帮到您。需要时请随时找我。',
  'solved.no': '抱歉还没有帮到您。请告诉我还有什么问题，或选择下面的选项。',
  'choice.solved': '已解决',
  'choice.notSolved': '还没解决',
} satisfies Wordings;
