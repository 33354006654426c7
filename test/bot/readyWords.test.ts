import assert from 'node:assert/strict';
import { readyWords } from '../../bot/readyWords.ts';

describe('what a service says when it is ready', () => {
  const publicUrl = 'http://127.0.0.1:3978';

  it('is where it is, which card of the demo bank to try, and how to stop', async () => {
    const cardToTry = async () => 'Try it: this card.';
    assert.equal(
      await readyWords({ publicUrl, demo: { page: {}, cardToTry } }),
      `Thawline is ready. Chat: ${publicUrl}/ Telephone: ${publicUrl}/phone
Try it: this card.
To stop: Ctrl-C. What an operator can do: npx thawline --help
`,
    );
  });

  it('is one line without the demo bank', async () => {
    const words = await readyWords({ publicUrl, demo: undefined });
    assert.equal(words, `Thawline is ready. Chat: ${publicUrl}/\n`);
  });
});
