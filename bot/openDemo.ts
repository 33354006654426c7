import type { Pages } from '../kit/pages/openPages.ts';
import type { Clock } from '../kit/time.ts';
import type { Config } from './config.ts';

/** The public address for carriers and browsers, and the one that this machine listens at; empty until it listens. */
export type Addresses = { publicUrl: string; ownUrl: string };

/** Loads the demonstration, a separate folder that a production installation does not need. */
export async function openDemo(
  { demo, demoCallers, twilio: account }: Config,
  { pages, addresses, clock }: { pages: Pages; addresses: Addresses; clock: Clock },
) {
  if (!demo && !demoCallers) return undefined;
  const { cardToTry, demoPeople, demoTelephones, importDemoBank } = await import('../demo/demo.ts');
  const publicUrl = () => addresses.publicUrl;
  const ownUrl = () => addresses.ownUrl;
  const telephones =
    account && demoTelephones({ account, callers: demoCallers, publicUrl, ownUrl, pages, clock });
  // Without the demo bank there is a telephone alone, and it is the customers of the bank's own test system that call.
  if (!demo)
    return {
      ...{ cardToTry: undefined, people: undefined, importDemoBank: async () => {} },
      ...{ sender: telephones?.sender, page: telephones?.page },
    };
  return {
    cardToTry,
    importDemoBank,
    sender: telephones?.sender,
    page: telephones?.page,
    people: demoPeople,
  };
}
