/** Somebody at the proxy's place, who unfreezes a card in web chat: `node unfreezesACard.ts URL CARD`, CARD as JSON. */
import { WebCustomer } from '../../fleet/webCustomer.ts';

const [url = '', card = '{}'] = process.argv.slice(2);
const customer = new WebCustomer(url, JSON.parse(card), 0);
await customer.unfreezes('polls', () => {});
process.stdout.write(`${JSON.stringify([...customer.heard])}\n`);
process.exit(0);
