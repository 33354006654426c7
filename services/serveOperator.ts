import type { RouteGroup } from '../kit/http/httpServer.ts';
import { networkAddress } from '../kit/http/networkAddress.ts';
import type { IdentityProvider } from '../kit/login/identityProvider.ts';
import { keepPages } from '../kit/pages/keepPages.ts';
import type { Slip } from '../kit/slips.ts';
import type { Store } from '../kit/store/store.ts';
import type { Bank } from './bank.ts';
import type { ProcessorConfig } from './config.ts';
import { openOperatorPage } from './openOperatorPage.ts';
import { pagesOf } from './pagesOf.ts';
import { RemoteReadings } from './remoteReadings.ts';
import type { KeyRing } from './security/keyRing.ts';
import { type ServeApartOptions, type ServedApart, serveApart } from './serveApart.ts';
import { BankPageFileRows } from './tables/pageFile.ts';

type ServeOperatorOptions = ServeApartOptions & {
  config: ProcessorConfig;
  bank: Bank;
  store: Store;
  keyRing: KeyRing;
  /** The demo bank's people, with the page on which one chooses who one is. */
  people: { provider: IdentityProvider; page: RouteGroup } | undefined;
  notice: (slip: Slip) => void;
};

/**
 * Serves the operator's page where the bank's side runs alone: the port for the bot may ask for the bot's certificate. Its
 * conversations are read from the bot's half, where that is named.
 * @returns undefined where it is not asked for, or nobody could log in
 */
export async function serveOperator({
  store,
  keyRing,
  people,
  notice,
  ...parts
}: ServeOperatorOptions): Promise<ServedApart | undefined> {
  const { config, bank, clock, log } = parts;
  const { operatorPort, operatorUrl, host, trustedProxies } = config;
  if (operatorPort === undefined) return undefined;
  let ownUrl = '';
  const pages = pagesOf(config);
  const page = openOperatorPage({
    ...{ config, bank, store, keyRing, clock, log },
    demo: people?.provider,
    conversations: config.conversationsAt && new RemoteReadings({ at: config.conversationsAt, log }),
    publicUrl: () => operatorUrl ?? ownUrl,
    networkAddress: networkAddress(trustedProxies, notice),
    pages,
  });
  if (!page) return undefined;
  const stopKeeping = await keepPages({ pages, store, rows: BankPageFileRows, clock, log });
  const routes = [page, ...(people ? [people.page] : [])];
  const served = await serveApart(parts, { port: operatorPort, url: operatorUrl, routes });
  ownUrl = `${served.protocol}://${host.includes(':') ? `[${host}]` : host}:${served.port}`;
  log.info({ url: operatorUrl ?? ownUrl }, 'the operator’s page is served');
  const close = () => {
    stopKeeping();
    return served.close();
  };
  return { ...served, close };
}
