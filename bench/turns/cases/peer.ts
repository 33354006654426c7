import { ask } from '../post.ts';
import type { Case } from '../visitor.ts';

const said = ['check my card', '6200000000000011114', 'yes', '11010519491231002X', '246801'];

/** The words of our own case at a bot that takes activities and answers in the response. */
export const peerCase: Case = async (url, { place }, turn) => {
  const conversation = { id: `conversation-${place}` };
  const who = { from: { id: `customer-${place}` }, recipient: { id: 'bot' }, conversation };
  const where = { channelId: 'bench', serviceUrl: 'http://127.0.0.1', deliveryMode: 'expectReplies' };
  for (const [number, text] of said.entries()) {
    const body = JSON.stringify({ type: 'message', id: `${place}-${number}`, ...where, ...who, text });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await turn('peer', () => ask(`${url}/api/messages`, { headers, body }));
    if (answer.status !== 200 || !answer.text.includes('"text":')) throw new Error(`answered ${answer.text}`);
  }
};
