import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../kit/language.ts';
import { checkCardNumber } from '../../services/contract/card.ts';
import { inProcess } from './inProcess.ts';
import { type Exchange, play } from './play.ts';
import { readScenario, type Turn } from './scenario.ts';
import { ScenarioBank } from './scenarioBank.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The conversations that the page shows, in this order. */
const shown: [string, Language][] = [
  ['customers/liNa', 'zh-Hans'],
  ['repair/everythingAtOnce-en', 'en'],
  ['customers/wangWei', 'zh-Hant'],
  ['repair/questionsInBetween', 'en'],
  ['trouble/identityDocument-wrongFormat', 'zh-Hans'],
  ['repair/otherCard', 'en'],
  ['safety/reportAtEveryStep-zhHant', 'zh-Hant'],
  ['customers/sunLi', 'zh-Hans'],
  ['safety/thirdRefusalLocks', 'en'],
  ['repair/cancelWithSomethingToLose', 'zh-Hant'],
];

const head = `# Conversations

What is said, word for word, in ten conversations with the demo bank. Made from the scenarios of
[test/scenarios](../test/scenarios/README.md) by \`npm run conversations\`; a test fails when the bot says something else.
`;

const names: Record<Language, { customer: string; bot: string }> = {
  'zh-Hans': { customer: '客户', bot: '助手' },
  'zh-Hant': { customer: '客戶', bot: '助手' },
  en: { customer: 'Customer', bot: 'Bot' },
};

function said(turn: Turn): string {
  switch (turn.does) {
    case 'says':
      return turn.text.replace(/\d[\d -]{4,}[\dX]/gi, masked);
    case 'gives':
      return `*${turn.item}, sealed in the secure form*`;
    case 'isSilent':
      return '*silence*';
    case 'sends':
      return `*${turn.thing}*`;
  }
}

function masked(run: string): string {
  return checkCardNumber(run).problem === undefined ? `••••${run.slice(-4)}` : '••••';
}

function written(exchanges: Exchange[], language: Language): string {
  const { customer, bot } = names[language];
  const lines = exchanges.flatMap(({ turn, minutes, answers }) => [
    ...(turn ? [`**${customer}**: ${said(turn)}`] : []),
    ...(minutes ? [`*${minutes} minutes later*`] : []),
    ...answers.map(({ text }) => `${bot}: ${text}`),
  ]);
  return lines.join('  \n');
}

describe('docs/conversations.md', () => {
  let bank: ScenarioBank;
  before(async () => {
    bank = await ScenarioBank.open();
  });
  after(() => bank.close());

  it('says what the bot says', async () => {
    const parts = [head];
    for (const [name, language] of shown) {
      const file = `${name}.scenario`;
      const scenario = readScenario(file, readFileSync(here(`files/${file}`), 'utf8'), language);
      await bank.reset();
      const exchanges = await play(file, scenario, { language, channel: inProcess(bank), bank });
      const link = `[${name}](../test/scenarios/files/${file}), ${language}`;
      const title = scenario.title.charAt(0).toUpperCase() + scenario.title.slice(1);
      parts.push(`## ${title}\n\n${link}\n\n${written(exchanges, language)}\n`);
    }
    const page = parts.join('\n');
    if (process.env.CONVERSATIONS_DIR) {
      writeFileSync(join(process.env.CONVERSATIONS_DIR, 'conversations.md'), page);
    }
    assert.equal(readFileSync(here('../../docs/conversations.md'), 'utf8'), page, 'npm run conversations');
  });
});
