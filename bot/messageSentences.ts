import type { Sentences } from '../dialogs/messages/wording.ts';
import { traceReference } from '../kit/trace.ts';
import type { MessageId } from '../words/conversation.ts';
import type { MessageSentences } from './channels/twilio/messages/messageSentences.ts';

/** What messages say beside the conversation, from the catalogue. */
export function messageSentences(sentences: Sentences, agentPhone: string | undefined): MessageSentences {
  return {
    say(id, language) {
      const agent =
        agentPhone === undefined
          ? sentences.text(language, 'agent.byCard')
          : sentences.text(language, 'agent.byPhone', { phone: agentPhone });
      return sentences.text(language, `message.${id}` satisfies MessageId, {
        agent,
        reference: traceReference(),
      });
    },
  };
}
