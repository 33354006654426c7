import { randomUUID } from 'node:crypto';
import { BotFramework } from '../../bot/channels/botFramework/botFramework.ts';
import { ChannelTokens } from '../../bot/channels/botFramework/channelTokens.ts';
import { botFrameworkRoutes } from '../../bot/channels/botFramework/routes.ts';
import { HttpServer } from '../../kit/http/httpServer.ts';
import { networkAddress } from '../../kit/http/networkAddress.ts';
import type { Language } from '../../kit/language.ts';
import { minutes as minute } from '../../kit/time.ts';
import { SubmittedItem } from '../../services/contract/secureForm.ts';
import { appId, ChannelsService, FixedToken } from '../bot/channels/botFramework/channelsService.ts';
import {
  activityOf,
  type ScenarioChannel,
  type ScenarioConversation,
  type Sentence,
  sentence,
} from './channel.ts';
import type { Turn } from './scenario.ts';
import type { ScenarioBank } from './scenarioBank.ts';

/** What the action of a secure form's Adaptive Card submits, without the value. */
const Submitting = SubmittedItem.omit({ value: true });

/** Teams in front of the bot: over HTTP and signed, what the bot says comes to the channel's own service. */
class Teams {
  readonly service: ChannelsService;
  readonly #now: () => Date;
  readonly #server: HttpServer;
  #port = 0;

  static async listens(bank: ScenarioBank): Promise<Teams> {
    const teams = new Teams(await ChannelsService.listening(), bank);
    teams.#port = (await teams.#server.listen('127.0.0.1', 0)).port;
    return teams;
  }

  private constructor(service: ChannelsService, { bank, turns, log }: ScenarioBank) {
    this.service = service;
    this.#now = bank.now;
    const clock = bank.now;
    const framework = new BotFramework({
      turns,
      tokens: new ChannelTokens({ appId, clock, metadata: service.metadata }),
      credentials: new FixedToken(),
    });
    const routes = botFrameworkRoutes({
      framework,
      networkAddress: networkAddress([]),
      activitiesPerMinute: 100_000,
    });
    this.#server = new HttpServer({ log, https: false, checks: { needed: {} }, routes: [routes] });
  }

  /** Brings an activity to the bot. @returns what the bot said to it */
  async brings(activity: object): Promise<ChannelsService['replies']> {
    const before = this.service.replies.length;
    const response = await fetch(`http://127.0.0.1:${this.#port}/api/messages`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: await this.service.authorization(this.#now()),
      },
      body: JSON.stringify({
        id: randomUUID(),
        serviceUrl: this.service.url,
        channelId: 'msteams',
        ...activity,
      }),
    });
    if (response.status !== 200) throw new Error(`the activity was answered with ${response.status}`);
    return this.service.replies.slice(before);
  }

  async close(): Promise<void> {
    await this.#server.close();
    this.service.close();
  }
}

class TeamsConversation implements ScenarioConversation {
  greeting: Sentence[] = [];
  readonly #teams: Teams;
  readonly #bank: ScenarioBank;
  readonly #language: Language;
  readonly #id = `a:${randomUUID()}`;
  #card: Omit<SubmittedItem, 'value'> | undefined;
  #submitted: object | undefined;

  constructor(teams: Teams, bank: ScenarioBank, language: Language) {
    this.#teams = teams;
    this.#bank = bank;
    this.#language = language;
  }

  async begins(): Promise<this> {
    this.greeting = await this.#brings({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    return this;
  }

  async takes(turn: Turn): Promise<Sentence[]> {
    return this.#brings(this.#activity(turn));
  }

  async waits(minutes: number): Promise<void> {
    this.#bank.bank.passes(minutes * minute);
  }

  #activity(turn: Turn): object {
    switch (turn.does) {
      case 'says':
        return { type: 'message', text: turn.text };
      case 'gives':
        if (this.#card?.item !== turn.item) throw new Error(`no card for the ${turn.item} is open`);
        this.#submitted = { type: 'message', value: { ...this.#card, value: turn.value } };
        return this.#submitted;
      case 'sends':
        if (turn.thing !== 'the same form again') return activityOf(turn.thing);
        if (!this.#submitted) throw new Error('no card was submitted yet');
        return this.#submitted;
      case 'isSilent':
        throw new Error('nobody tells a channel of the Bot Framework of silence');
    }
  }

  async #brings(activity: object): Promise<Sentence[]> {
    const said = await this.#teams.brings({
      conversation: { id: this.#id, conversationType: 'personal', tenantId: 'one' },
      from: { id: '29:customer', name: 'Customer' },
      recipient: { id: '28:bot', name: 'Thawline' },
      locale: this.#language,
      ...activity,
    });
    for (const { attachments = [] } of said) {
      for (const { content } of attachments) this.#card = Submitting.parse(content.actions[0].data);
    }
    return said.map(sentence);
  }
}

export async function overBotFramework(bank: ScenarioBank): Promise<ScenarioChannel> {
  const teams = await Teams.listens(bank);
  return {
    name: 'Bot Framework',
    begin: (language) => new TeamsConversation(teams, bank, language).begins(),
    close: () => teams.close(),
  };
}
