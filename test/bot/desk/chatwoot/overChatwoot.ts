import assert from 'node:assert/strict';
import { chatwootAddress } from '../../../../bot/desk/chatwoot/routes.ts';
import { deskPage } from '../../../../words/deskPage.ts';
import type { DeskPlayer } from '../deskPlayer.ts';
import { DeskService } from '../deskService.ts';
import { ChatwootStandIn } from './chatwootStandIn.ts';

const words = deskPage.en;
const outcomes: Readonly<Record<string, string>> = {
  [words.taken]: 'taken',
  [words.closed]: 'closed',
  [words.noCardYet]: 'noCard',
  [words.notMatchedYet]: 'notMatched',
  [words.onTelephone]: 'onTelephone',
};
const says = new Map(Object.entries(words.says).map(([name, text]) => [text, name]));

export type ChatwootPlayer = DeskPlayer & { standIn: ChatwootStandIn; conversationOf(id: string): number };

/** Agents who sit at the page of a Chatwoot. */
export async function overChatwoot(): Promise<ChatwootPlayer> {
  let clock = () => new Date();
  const standIn = await ChatwootStandIn.open(() => clock());
  const service = await DeskService.open({ chatwoot: standIn.at });
  clock = service.bank.now;
  standIn.webhookUrl = `${service.url}${chatwootAddress}`;
  const conversationOf = (id: string) =>
    standIn.conversations.find(({ contact }) => contact.name === id)?.id ?? assert.fail(`no ${id} there`);
  const looks = async () => {
    // What is brought may have something told, and what was told may be brought.
    for (const _twice of [1, 2]) {
      await service.chatwoot?.round();
      await service.bot.watch.round();
    }
    await service.chatwoot?.round();
  };
  /** What came of a command: a note says it where nothing was done. */
  async function commands(id: string, agent: string, command: string): Promise<string> {
    const before = standIn.messages.length;
    await standIn.writes(conversationOf(id), agent, command, { isPrivate: true, times: 2 });
    const notes = standIn.messages.slice(before + 1).map(({ content }) => outcomes[content]);
    return notes.find((one) => one !== undefined) ?? 'done';
  }
  return {
    ...{ service, standIn, conversationOf, looks },
    newest: async () => standIn.conversations.at(-1)?.contact.name ?? assert.fail('no conversation'),
    async claims(id, agent) {
      await standIn.assigns(conversationOf(id), agent);
      await looks();
      return 'done';
    },
    async writes(id, agent, text, times = 1) {
      const { status, external_error: why } = await standIn.writes(conversationOf(id), agent, text, {
        times,
      });
      return status === 'failed' ? (outcomes[why ?? ''] ?? `${why}`) : 'done';
    },
    verifies: (id, agent) => commands(id, agent, '/verify'),
    unfreezes: (id, agent) => commands(id, agent, '/unfreeze'),
    passes: (id, _agent, to) => standIn.assigns(conversationOf(id), to),
    async closes(id) {
      await standIn.resolves(conversationOf(id));
      await looks();
    },
    async sees(id) {
      const [, ...since] = standIn.of(conversationOf(id));
      return since.flatMap(({ message_type, private: isPrivate, content, status, by }) => {
        if (message_type === 'incoming') return [`customer: ${content}`];
        if (isPrivate) return by === 'thawline' && says.has(content) ? [`desk: ${says.get(content)}`] : [];
        return status === 'failed' ? [] : [`agent: ${content}`];
      });
    },
    async shownOfLast(id) {
      const last = standIn
        .of(conversationOf(id))
        .findLast((one) => one.message_type === 'outgoing' && !one.private);
      return last?.status === 'delivered' ? 'told' : last?.status === 'failed' ? 'lost' : 'pending';
    },
    everything: () => standIn.received.join('\n'),
    async close() {
      await service.close();
      await standIn.close();
    },
  };
}
