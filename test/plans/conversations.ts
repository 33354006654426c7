import { readFileSync } from 'node:fs';
import type { EmptyDatabase } from '../databases/emptyDatabase.ts';
import type { ScenarioChannel } from '../scenarios/channel.ts';
import { overBotFramework } from '../scenarios/overBotFramework.ts';
import { overDirectLine } from '../scenarios/overDirectLine.ts';
import { overTwilioMessages } from '../scenarios/overTwilioMessages.ts';
import { overVoice } from '../scenarios/overVoice.ts';
import { codeIn } from '../scenarios/play.ts';
import { readScenario } from '../scenarios/scenario.ts';
import { ScenarioBank } from '../scenarios/scenarioBank.ts';

type Opens = (bank: ScenarioBank) => Promise<ScenarioChannel>;

/** Whole cases, each with the channel that it is played on: together they do all that a conversation can. */
const played: readonly [Opens, string][] = [
  [overDirectLine, 'customers/liNa'],
  [overDirectLine, 'repair/linkInstead'],
  [overDirectLine, 'safety/linkWasNotMe'],
  [overDirectLine, 'safety/reportAtEveryStep-en'],
  [overDirectLine, 'safety/thirdRefusalLocks'],
  [overBotFramework, 'repair/elsewhere'],
  [overBotFramework, 'repair/laterThanHalfAnHour'],
  [overBotFramework, 'repair/newCardInTheVerification'],
  [overVoice, 'customers/liNa'],
  [overVoice, 'safety/agentAtEveryStep'],
  [overTwilioMessages, 'customers/zhaoLei'],
  [overTwilioMessages, 'safety/strayedSecret'],
];

/** Holds the conversations, each with a bank of its own; whether what they hear is right others look at. */
export async function holdConversations(empty: () => Promise<EmptyDatabase>): Promise<void> {
  for (const [opens, file] of played) {
    const bank = await ScenarioBank.openOn(empty);
    const channel = await opens(bank);
    try {
      await hold(channel, bank, file);
    } finally {
      await channel.close();
      await bank.close();
    }
  }
}

async function hold(channel: ScenarioChannel, bank: ScenarioBank, file: string): Promise<void> {
  const source = readFileSync(new URL(`../scenarios/files/${file}.scenario`, import.meta.url), 'utf8');
  let conversation = await channel.begin('en');
  const heard = [...conversation.greeting];
  for (const step of readScenario(file, source, 'en').steps) {
    if (step.kind === 'customer') heard.push(...(await conversation.takes(step.turn)));
    if (step.kind === 'waits') await conversation.waits(step.minutes);
    if (step.kind === 'page') await bank.onThePage(step.item, step.value);
    if (step.kind === 'elsewhere') {
      conversation = await channel.begin('en');
      heard.push(...(await conversation.takes({ does: 'says', text: codeIn(heard) })));
    }
  }
}
