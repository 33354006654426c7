import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { DeskLine } from '../../../services/contract/desk.ts';
import type { DeskPlayer } from './deskPlayer.ts';
import { DeskService, deskToken } from './deskService.ts';

/** A desk of the bank that uses the addresses of the port, as our own page does. */
export async function overDeskApi(): Promise<DeskPlayer> {
  const service = await DeskService.open();
  const received: string[] = [];
  async function asks(agent: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${service.url}/desk/api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${deskToken}`,
        'Thawline-Agent': agent,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    received.push(text);
    return JSON.parse(text);
  }
  const act = async (id: string, agent: string, what: string, body: object = {}) =>
    String((await asks(agent, `cases/${id}/${what}`, body)).outcome);
  const lines = async (id: string) => (await asks('wang', `cases/${id}/lines`)).lines as DeskLine[];
  return {
    service,
    async looks() {
      for (const agent of ['wang', 'li']) await asks(agent, 'presence', { paused: false });
      await service.bot.watch.round();
    },
    async newest() {
      const { cases } = (await asks('wang', 'cases')) as { cases: { case: string; agent: string | null }[] };
      return cases.findLast(({ agent }) => agent === null)?.case ?? assert.fail('no case');
    },
    claims: (id, agent) => act(id, agent, 'claim'),
    async writes(id, agent, text, times = 1) {
      const line = { id: randomUUID(), text };
      let outcome = '';
      for (let time = 0; time < times; time++) outcome = await act(id, agent, 'lines', line);
      return outcome;
    },
    verifies: (id, agent) => act(id, agent, 'authenticate'),
    unfreezes: (id, agent) => act(id, agent, 'unfreeze'),
    passes: async (id, agent, to) => void (await act(id, agent, 'pass', { to })),
    closes: async (id, agent) => void (await act(id, agent, 'close')),
    sees: async (id) => (await lines(id)).map(({ from, text }) => `${from}: ${text}`),
    async shownOfLast(id) {
      return (await lines(id)).findLast(({ from }) => from === 'agent')?.delivered ?? assert.fail('no words');
    },
    everything: () => received.join('\n'),
    close: () => service.close(),
  };
}
