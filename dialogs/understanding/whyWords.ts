import { longestUtterance } from '../../kit/customerText.ts';
import { longestWish, typedWords } from './typedWords.ts';

const stopped =
  /(froze(n)?|freez(e|ing)|block(ed|ing)?|lock(ed|ing)?|stopp(ed|ing)|suspend(ed|ing)|disabled|on hold)/;
const stoppedChinese = '(冻结|凍結|冻住|凍住|被冻|被凍|锁|鎖|停用|不能用|唔用得|用不了)';

/** Each with what it must take in `test/dialogs/understanding/whyWords.test.ts`. */
const asking: readonly RegExp[] = [
  new RegExp(`\\b(why|how come)\\b.{0,60}\\b${stopped.source}\\b`, 'i'),
  new RegExp(`\\b(the|a|what|whats|what's) (reason|cause)\\b.{0,60}\\b${stopped.source}\\b`, 'i'),
  new RegExp(`\\bwho\\b.{0,20}\\b${stopped.source} (my|the|this) card\\b`, 'i'),
  new RegExp(
    `(为什么|為什麼|为何|為何|为啥|為啥|干嘛|幹嘛|点解|點解|凭什么|憑什麼|怎么会|怎麼會|怎么被|怎麼被).{0,20}${stoppedChinese}`,
  ),
  new RegExp(`${stoppedChinese}.{0,6}(原因|因为什么|因為什麼|为什么|為什麼|为啥|點解|点解)`),
  new RegExp(`(原因|因为什么|因為什麼).{0,8}${stoppedChinese}`),
  /^\W*(what('s| is| was) the reason|什么原因|什麼原因|甚麼原因|原因是(什么|什麼|啥)|咩原因)\W*$/i,
];

const onlyWhy =
  /^\W*((but|and|so|ok|hm+),? )?why( is that| was that| though)?\W*$|^(那|但是)?(为什么|為什麼|为何|為何|为啥|為啥|点解|點解|怎么回事|怎麼回事|咩事)(呢|啊|呀|嘅|呢)?[？?。！!]*$/i;

/** Whether the customer asks why a card is frozen; who wonders and wants it unfrozen is heard as the latter elsewhere. */
export function asksWhyFrozen(text: string): boolean {
  const plain = typedWords(text, longestUtterance);
  return asking.some((pattern) => pattern.test(plain));
}

/** A bare "why?", which means the freeze where that was spoken of just now. */
export function asksOnlyWhy(text: string): boolean {
  return onlyWhy.test(typedWords(text, longestWish));
}
