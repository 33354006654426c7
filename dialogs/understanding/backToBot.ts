import { plainText } from './plainText.ts';

/** Each a whole message, or the end of one that only asks for it. */
const wishes: readonly RegExp[] = [
  /\b(?:back to|return to|talk to|go on with|continue with|carry on with|switch to) (?:the |your )?(?:bot|chatbot|robot|machine|assistant|computer)\b/,
  /^(?:the )?(?:bot|chatbot|robot)(?: please)?$/,
  /(?:回到?|返回|转回|换回|切回|继续用|改用|找)(?:智能|自动)?(?:机器人|机械人|智能客服|智能助手|小助手|自动服务)/,
  /^(?:机器人|机械人|智能客服)(?:吧|啦|了)?$/,
];
const refusing = /\b(?:not|don'?t|no|never|without|stop)\b|不要|不想|不用|别|唔/;

/** Whether somebody who waits for a person, or writes with one, wants the bot again. */
export function wantsBot(text: string): boolean {
  const plain = plainText(text).replace(/[.!。！?？]+$/u, '');
  return plain.length <= 60 && wishes.some((wish) => wish.test(plain)) && !refusing.test(plain);
}
