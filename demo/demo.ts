import type { RouteGroup } from '../kit/http/httpServer.ts';
import type { Pages } from '../kit/pages/openPages.ts';
import type { Clock } from '../kit/time.ts';
import type { TwilioAccount } from '../kit/twilioSettings.ts';
import { Carrier } from './carrier.ts';
import { demoCustomers } from './demoBank.ts';
import { Handsets } from './handsets.ts';
import { phonePage } from './phonePage.ts';
import { restSide } from './restSide.ts';

export { cardToTry } from './cardToTry.ts';
export { importDemoBank } from './demoBank.ts';
export { demoPeople } from './people.ts';

type Surroundings = {
  /** The development account; its token signs what the carrier sends. */
  account: TwilioAccount;
  /** The numbers that may be called from; undefined means those of the demo bank's customers. */
  callers: readonly string[] | undefined;
  /** The address that carriers and browsers use. */
  publicUrl: () => string;
  /** The address that this machine listens at, which is the one that the carrier can reach. */
  ownUrl: () => string;
  pages: Pages;
  clock: Clock;
};

/** The demo customers' telephones: the sender of what the bank writes to them, and their page. */
export type DemoTelephones = { sender: Handsets; page: RouteGroup };

/** The telephones of the demo bank's customers; their carrier goes over HTTP to this very service. */
export function demoTelephones({
  account,
  callers: numbers,
  publicUrl,
  ownUrl,
  pages,
  clock,
}: Surroundings): DemoTelephones {
  const reach = (url: string) => url.replace(publicUrl(), ownUrl());
  const [token = ''] = account.tokens;
  const carrier = new Carrier({ accountSid: account.sid, token, publicUrl, reach });
  const handsets = new Handsets(carrier);
  const callers = numbers
    ? numbers.map((number) => ({ name: number, number }))
    : demoCustomers().map(({ latinName, phone }) => ({ name: latinName, number: phone }));
  const page = phonePage({ carrier, handsets, callers, publicUrl, pages, clock });
  const rest = restSide({ carrier, handsets, clock });
  return {
    sender: handsets,
    page: (server) => {
      page(server);
      rest(server);
    },
  };
}
