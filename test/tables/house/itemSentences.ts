import type { Language } from '../../../kit/language.ts';
import { type Message, catalogue as usual } from '../../../words/conversation.ts';

/** What this says does not matter here, and so it is said alike in each language. */
const say = (text: string): Record<Language, Message> => ({
  'zh-Hans': { text },
  'zh-Hant': { text },
  en: { text },
});

const registeredPhone = {
  'registeredPhone.ask': say('Which telephone have you registered?'),
  'registeredPhone.help': say('The number that our messages go to.'),
  'registeredPhone.why': say('It shows that you are our customer.'),
  'registeredPhone.where': say('It stands in your contract.'),
  'registeredPhone.name': say('your registered telephone'),
  'registeredPhone.instructions': say('I will ask for your registered telephone.'),
  'registeredPhone.label': say('Registered telephone'),
  'registeredPhone.hint': say('with its country code'),
  'registeredPhone.empty': say('Please enter the number first.'),
  'registeredPhone.notPhone': say('A number with {{count}} digits is no telephone.'),
};

/** In the place of `words/conversation.ts`. */
export const catalogue = { ...usual, ...registeredPhone };
