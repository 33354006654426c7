import assert from 'node:assert/strict';
import { OwnWords } from '../../../dialogs/messages/ownWords.ts';
import { languages } from '../../../kit/language.ts';
import { catalogue } from '../../../words/conversation.ts';

const ownWords = new OwnWords(catalogue);

describe('the bot’s own words', () => {
  const sentences = Object.entries(catalogue)
    .filter(([id]) => !/^(choice|reason|form|result|agent\.by)|\.name$/.test(id))
    .flatMap(([, message]) => languages.map((language) => message[language].text));

  it('are every sentence of the catalogue, whatever its facts are, also with blanks around it', () => {
    for (const text of sentences)
      for (const fact of ['1114', '10:30 {{'])
        assert.ok(ownWords.are(` ${text.replaceAll(/\{\{\w+\}\}/g, fact)}\n`), text);
  });

  it('are neither more nor less than a sentence', () => {
    // A sentence that ends with a fact goes on as long as the fact does, and one of them begins with whatever is chosen.
    const closed = sentences.filter((text) => !/^\{\{|\}\}$|, press |请按|請按/.test(text.trim()));
    assert.ok(closed.length > 200);
    for (const text of closed) {
      const said = text.replaceAll(/\{\{\w+\}\}/g, '1114').trim();
      for (const other of [`q${said}`, `${said} q`, said.slice(1), said.slice(0, -1)])
        assert.ok(!ownWords.are(other), other);
    }
    assert.ok(!ownWords.are(''));
    assert.ok(!ownWords.are('yes'));
    assert.ok(!ownWords.are('unfreeze my card'));
    assert.ok(!ownWords.are('我忘记了交易密码'));
  });
});
