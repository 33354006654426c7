import type { Aside } from '../../zh-Hans/heard/asides.ts';

export const asides: Readonly<Record<Aside, RegExp>> = {
  forgotten:
    /\b(forgot(ten)?|(don'?t|do not|can'?t) (remember|know)|reset)\b.{0,500}\b(password|pin|number|it|document|id)\b/i,
  howLong: /\bhow (long|much time|many minutes)\b|\bwhen (will|can|does)\b.{0,500}\b(work|use|done|ready)\b/i,
  isItSafe:
    /\b(is|are) (it|this|that|you|they)\b.{0,500}\b(safe|secure|legit|real|encrypted)\b|\bcan i trust\b|\bwho (can|will) see\b/i,
  whichDocument:
    /\b(which|what)( kind of| type of)? (identity )?(document|id|passport)\b|\b(can|may) i use\b.{0,500}\b(passport|permit|id)\b/i,
  where: /\bwhere\b.{0,500}\b(find|is|are|see|look|get|printed)\b/i,
  whatNeeded: /\bwhat (do|will|would|should) (i|you) (need|require|have to)\b/i,
  whatFrozenMeans: /\bwhat (does|is|do)\b.{0,500}\b(frozen|freeze|freezing|unfreez\w*)\b/i,
};

/** Words for another card than the one that was named. */
export const otherCard =
  /\b(wrong|other|another|different|second) (one|card)\b|\bnot (that|this)( card| one)\b/i;

/** Where something of the bank's is. */
export const places = /\bbranch(es)?\b|\batm\b|cash machine/i;
