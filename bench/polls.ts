/** What 600 polls of a long conversation at once take of memory, from an idle service in production mode: `npm run bench`. */

import { pollsAtOnce } from '../test/attacks/pollsAtOnce.ts';
import { ProductionBank } from '../test/attacks/productionBank.ts';
import { Conversation } from '../test/journeys/conversation.ts';

const limits = { LIMIT_CONVERSATIONS: '1000 100000', LIMIT_POSTS: '2000 100000 1000000' };
const bank = await ProductionBank.opened([{}], limits);
try {
  const { idle, more, statuses } = await pollsAtOnce(bank, 600, async () => {
    await (await Conversation.with(bank.from('203.0.113.77'))).say('help');
  });
  const served = statuses.filter((status) => status === 200).length;
  process.stdout.write(
    `600 polls at once: ${served} answered, ${600 - served} told to come again; ` +
      `${Math.round(idle)} MB when idle, at most ${Math.round(more)} MB more\n`,
  );
} finally {
  await bank.close();
}
