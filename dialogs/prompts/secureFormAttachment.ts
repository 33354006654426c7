import type { Attachment } from 'botbuilder';
import type { Language } from '../../kit/language.ts';
import type { WordingRegion } from '../../kit/wordingRegion.ts';
import type { AuthenticationRequest } from '../../services/contract/authenticationRequest.ts';
import { type AuthenticationItem, items } from '../../services/contract/items/index.ts';
import { type SecureForm, secureFormContentType } from '../../services/contract/secureForm.ts';
import type { MessageId } from '../../words/conversation.ts';
import type { Sentences } from '../messages/wording.ts';

/** The form for one item of one attempt, with its words in the customer's language. */
export function secureFormAttachment(
  sentences: Sentences,
  { language, place }: { language: Language; place?: WordingRegion | undefined },
  item: AuthenticationItem,
  { id, attempt, expiresAt, sealingKey, passwordLengths }: AuthenticationRequest,
): Attachment {
  const word = (messageId: MessageId) => sentences.text(language, messageId, { count: '{{count}}' }, place);
  const { problems, sentences: ids } = items[item];
  const form: SecureForm = {
    authenticationRequest: {
      id,
      attempt,
      expiresAt,
      sealingKey,
      ...(passwordLengths && { passwordLengths }),
    },
    item,
    language,
    words: {
      title: word('form.title'),
      label: word(ids.label),
      hint: word(ids.hint),
      whySafe: word('form.whySafe'),
      submit: word('form.submit'),
      show: word('form.show'),
      hide: word('form.hide'),
      sent: word('form.sent'),
      over: word('form.over'),
      failed: word('form.failed'),
      problems: Object.fromEntries(Object.entries(problems).map(([problem, id]) => [problem, word(id)])),
    },
  };
  return { contentType: secureFormContentType, content: form };
}
