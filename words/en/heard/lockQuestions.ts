import type { LockClause } from '../../zh-Hans/heard/lockQuestions.ts';

const small =
  '(?:can|could|may|do|does|will|until|till|before|is|am|i|it|we|to|try|trying|again|have|has|wait|must|unfreeze|be|able|next|use|the|lock|locked|pause|paused|last|over|end|ends|card|my|should|for|more|much|longer|go|on|out|left|still)';

/** Whole clauses, as `plainText` leaves them, each with one that it takes and one that it leaves. */
export const lockQuestions: readonly LockClause[] = [
  {
    asks: 'tries',
    when: /^(?:so |and |but )?how many (?:more )?(?:tries|attempts|chances|goes)\b|\b(?:tries|attempts|chances) (?:left|remaining)\b/,
    takes: 'how many tries do I have left?',
    leaves: 'how many cards do I have?',
  },
  {
    asks: 'lock',
    when: new RegExp(
      `^(?:so |and |but )?(?:when|how long|how soon|how many (?:minutes|hours))(?: ${small}){1,10}\\??$`,
    ),
    takes: 'when can I try again?',
    leaves: 'when does the branch open?',
  },
  {
    asks: 'lock',
    when: /^(?:but |so |help )?(?:why )?(?:i am|im|am i|is it|it is|its) (?:still )?(?:locked|paused|shut)(?: out)?\??$/,
    takes: 'I am locked out',
    leaves: 'the door is locked',
  },
];
