import type { FreezeClause } from '../../zh-Hans/heard/freezeQuestions.ts';

const frozen = '(?:frozen|freeze|froze|freezed|freezing|blocked|block|locked|lock|suspended|stopped)';
const small =
  '(?:is|was|has|have|had|did|do|does|are|were|been|get|got|it|this|that|the|my|card|account|bank|you|they|just|again|suddenly|now|still|exactly|actually)';

/** Whole clauses, as `plainText` leaves them, each with one that it takes and one that it leaves. */
export const freezeQuestions: readonly FreezeClause[] = [
  {
    asks: 'why',
    when: new RegExp(`^(?:why|how come|for what reason)(?: ${small}){0,6} ${frozen}(?: ${small}){0,3}\\??$`),
    takes: 'why was it frozen?',
    leaves: 'why was it stolen?',
  },
  {
    asks: 'who',
    when: new RegExp(`^who(?: the hell| on earth)?(?: (?:has|have|had))? ${frozen}(?: ${small}){1,3}\\??$`),
    takes: 'who froze it?',
    leaves: 'who unfroze it?',
  },
  {
    asks: 'when',
    when: new RegExp(`^(?:since )?when(?: ${small}){0,5} ${frozen}(?: ${small}){0,3}\\??$`),
    takes: 'when was it frozen?',
    leaves: 'when will it be unfrozen?',
  },
  {
    asks: 'whichCard',
    when: /^(?:(?:is|was) (?:it|this|that)(?: about)? (?:that|this|the same|my|the) (?:card|one)|(?:which|what) (?:card|one)(?: (?:is|was|are|do|did|you|it|this|that|mean|meant|talking|speaking|about|of)){0,5})\?*$/,
    takes: 'is it that card?',
    leaves: 'it is that card',
  },
];

/** What such a question may begin with, and what may stand in a clause beside it. */
export const lead =
  /^(?:(?:actually|stop|wait|first|but|and|so|ok|okay|well|hey|please|tell me|can you tell me|could you tell me|do you know|i want to know|id like to know|just|sorry|then|no|hold on)(?: |$))+/;

/** "Why?" by itself. */
export const bareWhy = /^(?:but )?why(?: is that)?\??$/;
