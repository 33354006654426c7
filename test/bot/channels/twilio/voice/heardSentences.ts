import type { Language } from '../../../../../kit/language.ts';
import { catalogue, type MessageId } from '../../../../../words/conversation.ts';
import { topicIds } from '../../../../../words/topics.ts';
import { scenarioSentences } from '../../../../scenarios/scenarioSentences.ts';

/** What is read on a page or in a message, and never heard. */
const onlyRead = /^(form|result|message)\.|^secureCode\.(page|toPage)$/;

const ordinary = { bank: 'Harbour Bank', lastFour: '1114', count: 18, caseId: 'K-4821', place: 12, key: 3 };
const words: Record<Language, object> = {
  en: { wait: '15 minutes', ago: '15 minutes', channel: 'telephone', when: 'Wednesday 09:00' },
  'zh-Hans': { wait: '15分钟', ago: '15分钟', channel: '电话', when: '星期三 09:00' },
  'zh-Hant': { wait: '15分鐘', ago: '15分鐘', channel: '電話', when: '星期三 09:00' },
};

/** Facts as they mostly are. */
export function factsIn(language: Language) {
  return {
    ...ordinary,
    ...words[language],
    cards: ['1114', '2228'],
    agent: {
      text: scenarioSentences.text(language, 'agent.byCard'),
      speech: scenarioSentences.speech(language, 'agent.byCard'),
    },
    reasons: scenarioSentences.text(language, 'reason.transactionPasswordErrors'),
    items: scenarioSentences.listed(language, ['identityDocument.name', 'transactionPassword.name']),
    ...{ phone: '+85221234567', hours: '9:00 – 17:00', code: '1234 5678 90123' },
    choice: scenarioSentences.speech(language, 'choice.cardStatus'),
  };
}

/** Every sentence that is ever heard, those of the demo bank's topics with them. */
export const heardIds = (
  [...Object.keys(catalogue), ...topicIds.map((id) => `topic.${id}`)] as MessageId[]
).filter((id) => !onlyRead.test(id));
