import type { Attachment } from 'botbuilder';
import type { Language } from '../../kit/language.ts';
import type { AuthenticationItem } from '../../services/contract/authenticationItem.ts';
import type { AuthenticationRequest } from '../../services/contract/authenticationRequest.ts';
import { type SecureForm, secureFormContentType } from '../../services/contract/secureForm.ts';
import type { MessageId } from '../messages/catalogue/index.ts';
import { text } from '../messages/wording.ts';

const problems = {
  identityDocument: ['empty', 'length', 'characters', 'birthDate', 'checkCharacter', 'lettered'],
  transactionPassword: ['empty', 'length', 'notDigits'],
} as const;

/** The form for one item of one attempt, with its words in the customer's language. */
export function secureFormAttachment(
  language: Language,
  item: AuthenticationItem,
  { id, attempt, expiresAt, sealingKey }: AuthenticationRequest,
): Attachment {
  const word = (messageId: MessageId) => text(language, messageId, { count: '{{count}}' });
  const form: SecureForm = {
    authenticationRequest: { id, attempt, expiresAt, sealingKey },
    item,
    language,
    words: {
      title: word('form.title'),
      label: word(`form.${item}.label`),
      hint: word(`form.${item}.hint`),
      whySafe: word('form.whySafe'),
      submit: word('form.submit'),
      show: word('form.show'),
      hide: word('form.hide'),
      sent: word('form.sent'),
      over: word('form.over'),
      failed: word('form.failed'),
      problems: Object.fromEntries(
        problems[item].map((problem) => [problem, word(`${item}.${problem}` as MessageId)]),
      ),
    },
  };
  return { contentType: secureFormContentType, content: form };
}
