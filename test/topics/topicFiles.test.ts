import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTopics } from '../../bot/openTopics.ts';
import { writeModelFile } from '../../dialogs/understanding/modelFile.ts';
import { languages } from '../../kit/language.ts';
import { readTopics } from '../../topics/topicFiles.ts';
import { topicIds } from '../../words/topics.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { demoTopics } from './demoTopics.ts';

describe('the topics of a bank', () => {
  const folder = temporaryFolder();
  const file = (language: string) => join(folder.path, `${language}.json`);
  beforeEach(() => cpSync(demoTopics, folder.path, { recursive: true }));
  after(() => folder.remove());

  type Written = { answers: Record<string, unknown>; sentences?: unknown };
  const change = (language: string, how: (written: Written) => void) => {
    const written = JSON.parse(readFileSync(file(language), 'utf8')) as Written;
    how(written);
    writeFileSync(file(language), JSON.stringify(written));
  };
  const problems = (): string[] => {
    try {
      readTopics(folder.path);
      return [];
    } catch (error) {
      assert.equal((error as { code?: string }).code, 'settingsInvalid');
      return (error as Error).message.split('\n');
    }
  };

  it('have an answer to each topic in each language, as the demo bank has, short enough for a voice', () => {
    const { answers, own } = readTopics(demoTopics);
    for (const id of topicIds)
      for (const language of languages)
        assert.ok(answers[`topic.${id}`][language].text, `${id} in ${language}`);
    assert.ok(own.some(({ subject }) => subject === 'branch'));
  });

  it('are refused with every reason of every file at once', () => {
    change('en', ({ answers }) => {
      delete answers.branch;
      answers.fee = 'Pay <b>me</b>';
      answers.robot = 'I am {{nobody}}.';
      answers.unheard = 'Of this nobody asks.';
      answers.hours = 'word '.repeat(40).trim();
    });
    change('zh-Hant', (written) => {
      written.sentences = { weather: ['幾度'] };
    });
    rmSync(file('zh-Hans'));
    const said = problems();
    assert.ok(said.every((line) => line.startsWith(`TOPICS_DIR ${folder.path}`)));
    for (const part of [
      'en.json: answers.branch: is missing',
      'en.json: answers.fee: must have no angle brackets',
      'en.json: answers.robot: may name {{bank}}',
      'unheard',
      'zh-Hant.json: sentences',
      'zh-Hans.json cannot be read: ENOENT',
    ])
      assert.ok(
        said.some((line) => line.includes(part)),
        `${part} in ${said.join(' ')}`,
      );
  });

  it('are refused where an answer takes longer to say than a turn may last', () => {
    change('en', ({ answers }) => {
      answers.hours = 'word '.repeat(40).trim();
    });
    assert.match(problems().join(), /answers\.hours: takes 15 seconds to say, of 8/);
  });

  it('are what the bank’s customers say where it comes whole, and are told of a model that knows other sentences', () => {
    const { topics } = openTopics(demoTopics);
    assert.equal(topics?.of({ words: 'Demo Bank near me!', intent: 'none' }), 'branch');
    writeModelFile(join(folder.path, 'topics.bin'), Buffer.alloc(32), { unit: 1, bytes: new Int8Array(4) });
    assert.throws(
      () => openTopics(folder.path),
      /was learnt from other sentences: npx thawline understand teach/,
    );
  });
});
