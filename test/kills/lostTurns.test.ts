import assert from 'node:assert/strict';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Carrier } from '../../demo/carrier.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';
import { ChannelsService } from '../bot/channels/botFramework/channelsService.ts';
import type { Started } from '../bot/channels/directLine/directLineClient.ts';
import { account, WeChatPlatform } from '../bot/channels/weChat/weChatPlatform.ts';
import { isLong } from '../counts.ts';
import { Thawline } from '../journeys/thawline.ts';

/** How many turns are lost on each way, and how many of them with one kill. */
const lost = isLong ? { rounds: 10, turns: 2 } : { rounds: 2, turns: 10 };
/** A turn takes some tens of milliseconds; ten beside each other take longer. */
const longestTurn = 120;
const words = 'what can you do?';

const weChatSettings = {
  WECHAT_APP_ID: account.appId,
  WECHAT_TOKEN: account.token,
  WECHAT_AES_KEY: account.aesKey,
};

/** One way on which a customer says something, and comes again where no answer came. */
type Way = {
  /** Begins a conversation, and has heard what it is greeted with. */
  begins(): Promise<Customer>;
  /**
   * Whether the answer was out when the process died, where what is out cannot be taken back and its count may have been
   * lost: then it may come twice.
   */
  hasHeard?(customer: Customer): Promise<boolean>;
};
type Customer = {
  /** Says it for the first time; resolves when that is answered or broken off. Never rejects. */
  says(): Promise<unknown>;
  /** Comes again as the channel does, until there is an answer. */
  comesAgain(): Promise<unknown>;
  /** What this customer was answered, each time it was shown or brought. */
  answers(): Promise<string[][]>;
};

describe('a turn that dies with its process', () => {
  let thawline: Thawline;
  let service: ChannelsService;
  let carrier: Carrier;

  before(async () => {
    [thawline, service] = await Promise.all([Thawline.started(weChatSettings), ChannelsService.listening()]);
    const { sid: accountSid, token } = developmentAccount;
    carrier = new Carrier({ accountSid, token, publicUrl: () => thawline.url });
  });
  after(async () => {
    await thawline.close();
    service.close();
  });

  const posted = (started: Started, id: string) =>
    thawline
      .say(started, words, { channelData: { clientActivityID: id } })
      .then(({ status }) => status)
      .catch(() => 'no answer');

  /** The bot's sentences after the echo of what was said, and whether that is there once. */
  async function shown(started: Started): Promise<{ echoes: number; said: string[] }> {
    const activities = await thawline.activities(started);
    const echoes = activities.filter(({ from }) => from.role === 'user').length;
    const place = activities.findIndex(({ from }) => from.role === 'user');
    const said = place < 0 ? [] : activities.slice(place + 1).map(({ text }) => String(text));
    return { echoes, said };
  }

  const web = (comesAgain: (started: Started, id: string) => Promise<unknown>): Way => ({
    async begins() {
      const started = await thawline.start();
      const id = randomUUID();
      return {
        says: () => posted(started, id),
        comesAgain: () => comesAgain(started, id),
        answers: async () => {
          const { echoes, said } = await shown(started);
          assert.equal(echoes, 1, 'what was said is shown once');
          return [said];
        },
      };
    },
  });

  const ways: Record<string, Way> = {
    'web chat, where the client sends it again': web((started, id) => posted(started, id)),

    'web chat, where the client only connects again': web(async (started, id) => {
      // What was neither acknowledged nor shown never came: the page offers to send it again.
      if ((await shown(started)).echoes === 0) await posted(started, id);
      for (let look = 0; look < 100 && (await shown(started)).said.length === 0; look++)
        await setTimeout(100);
    }),

    'SMS, where the carrier brings it again': {
      async begins() {
        const number = `+1202555${randomInt(1000, 9999)}`;
        await carrier.text(number, 'hello');
        const message = { MessageSid: `SM${randomBytes(16).toString('hex')}` };
        const answered: string[][] = [];
        const writes = async () => {
          const { replies } = await carrier.text(number, words, message);
          if (replies.length > 0) answered.push(replies);
        };
        return { says: writes, comesAgain: writes, answers: async () => answered };
      },
    },

    'WeChat, where the platform brings it again': {
      async begins() {
        const platform = new WeChatPlatform(() => thawline.url);
        const follower = randomUUID();
        await platform.writes(follower, '你好');
        const message = { MsgId: String(randomInt(2 ** 47)) };
        const answered: string[][] = [];
        const writes = async () => {
          const { text } = await platform.writes(follower, words, message).catch(() => ({ text: undefined }));
          if (text !== undefined) answered.push([text]);
        };
        return { says: writes, comesAgain: writes, answers: async () => answered };
      },
    },

    'the telephone, where the carrier brings it again': {
      async begins() {
        const sid = `CA${randomBytes(16).toString('hex')}`;
        const parameters = carrier.parameters(sid, `+1202555${randomInt(1000, 9999)}`);
        await carrier.post('/twilio/voice', parameters);
        await carrier.post('/twilio/voice/steps/1', { ...parameters, Digits: '3' });
        const token = randomUUID();
        const answered: string[][] = [];
        const speaks = async () => {
          let path: string | undefined = '/twilio/voice/steps/2';
          let form: Record<string, string> = { ...parameters, SpeechResult: words };
          // Where it is still worked on, the carrier is told where to ask for the answer.
          while (path !== undefined) {
            const { document, problem } = await carrier.post(path, form, token);
            if (problem !== undefined) return;
            const isAnswer = !/\/answer\/\d+"/.test(document);
            if (isAnswer) answered.push([document]);
            path = isAnswer ? undefined : /action="([^"]*\/answer\/\d+)"/.exec(document)?.[1];
            form = parameters;
          }
        };
        return { says: speaks, comesAgain: speaks, answers: async () => answered };
      },
    },

    'the Bot Framework, where the channel delivers it again': {
      hasHeard: async (customer) => (await customer.answers()).flat().length > 0,
      async begins() {
        const conversation = randomUUID();
        const id = randomUUID();
        const brings = () =>
          thawline
            .call('POST', '/api/messages', {
              body: {
                ...{ type: 'message', id, channelId: 'emulator', serviceUrl: service.url, text: words },
                ...{ conversation: { id: conversation }, from: { id: 'customer' }, recipient: { id: 'bot' } },
              },
            })
            .catch(() => undefined);
        const answers = async () => {
          const replies = service.replies.filter((reply) => reply.conversation.id === conversation);
          return [replies.map(({ text }) => String(text))];
        };
        return { says: brings, comesAgain: brings, answers };
      },
    },
  };

  for (const [name, way] of Object.entries(ways)) {
    it(`is answered once on ${name}`, async function () {
      this.timeout(240_000);
      const undisturbed = await way.begins();
      await undisturbed.says();
      const [expected = []] = await undisturbed.answers();
      assert.ok(expected.length > 0, thawline.failures);
      for (let round = 0; round < lost.rounds; round++) {
        const customers = await Promise.all(Array.from({ length: lost.turns }, () => way.begins()));
        const saying = Promise.all(customers.map((customer) => customer.says()));
        await setTimeout(randomInt(longestTurn));
        await thawline.kill();
        await saying;
        const heard = await Promise.all(customers.map(way.hasHeard ?? (async () => false)));
        await thawline.up();
        await Promise.all(customers.map((customer) => customer.comesAgain()));
        for (const [place, customer] of customers.entries()) {
          // Those that were answered before the process died hear the same once more where the channel asks.
          const answers = await customer.answers();
          assert.ok(answers.length > 0, `no answer: ${thawline.failures}`);
          for (const answer of answers) {
            const said = heard[place] ? [...new Set(answer)] : answer;
            assert.deepEqual(said, expected, thawline.failures);
          }
        }
      }
    });
  }
});
