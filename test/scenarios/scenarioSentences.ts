import { openTopics } from '../../bot/openTopics.ts';
import { unbranded } from '../../brand/brand.ts';
import { brandedConversation } from '../../brand/brandedWords.ts';
import { Sentences } from '../../dialogs/messages/wording.ts';
import { catalogue } from '../../words/conversation.ts';
import { demoTopics } from '../topics/demoTopics.ts';

const { answers, topics } = openTopics(demoTopics);

/** All that is said in scenarios: the ordinary sentences, and what the demo bank answers. */
export const scenarioCatalogue = { ...catalogue, ...(answers && brandedConversation(unbranded, answers)) };
export const scenarioSentences = new Sentences(scenarioCatalogue);
export const scenarioTopics = topics;
