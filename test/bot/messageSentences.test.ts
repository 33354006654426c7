import assert from 'node:assert/strict';
import { messageSentences } from '../../bot/messageSentences.ts';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import { languages } from '../../kit/language.ts';
import { traced, traceId } from '../../kit/trace.ts';

describe('the sentences of messages beside the conversation', () => {
  for (const agentPhone of [undefined, '95588'])
    it(`tell with a trouble the beginning of the id that the logs have, and a person ${agentPhone ? 'by telephone' : 'by the card'}`, async () => {
      const sentences = messageSentences(ordinarySentences, agentPhone);
      for (const language of languages)
        await traced(async () => {
          const said = sentences.say('trouble', language);
          assert.ok(said.includes(traceId()?.slice(0, 8) ?? 'no id'), said);
          assert.equal(said.includes('95588'), agentPhone !== undefined);
          assert.doesNotMatch(said, /\{\{/);
        });
    });
});
