import type { Pages } from '../kit/pages/openPages.ts';
import type { Clock } from '../kit/time.ts';
import type { Config } from './config.ts';

/** The address that carriers and browsers use, and the one that this machine listens at; empty until it does. */
export type Addresses = { publicUrl: string; ownUrl: string };

/** The demonstration is a folder of its own that a production installation can do without. */
export async function openDemo(
  { demo, twilio: account }: Config,
  { pages, addresses, clock }: { pages: Pages; addresses: Addresses; clock: Clock },
) {
  if (!demo) return undefined;
  const { cardToTry, demoPeople, demoTelephones, importDemoBank } = await import('../demo/demo.ts');
  const publicUrl = () => addresses.publicUrl;
  const ownUrl = () => addresses.ownUrl;
  const telephones = account && demoTelephones({ account, publicUrl, ownUrl, pages, clock });
  return {
    cardToTry,
    importDemoBank,
    sender: telephones?.sender,
    page: telephones?.page,
    people: demoPeople,
  };
}
