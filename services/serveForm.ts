import { type Brand, numberToCall } from '../brand/brand.ts';
import { networkAddress } from '../kit/http/networkAddress.ts';
import { keepPages } from '../kit/pages/keepPages.ts';
import type { Slip } from '../kit/slips.ts';
import type { Store } from '../kit/store/store.ts';
import type { Bank } from './bank.ts';
import type { ProcessorConfig } from './config.ts';
import { pagesOf } from './pagesOf.ts';
import { secureFormRoutes } from './secureForm/secureForm.ts';
import { type ServeApartOptions, type ServedApart, serveApart } from './serveApart.ts';
import { BankPageFileRows } from './tables/pageFile.ts';

type ServeFormOptions = ServeApartOptions & {
  config: ProcessorConfig;
  brand: Brand;
  store: Store;
  bank: Bank;
  /** Called with what looks like a mistake in the setup of proxies. */
  notice: (slip: Slip) => void;
};

/** Serves the secure form; undefined where it is not served. */
export async function serveForm({
  brand,
  notice,
  store,
  ...parts
}: ServeFormOptions): Promise<ServedApart | undefined> {
  const { config, bank, clock, log } = parts;
  const { secureFormPort, secureFormUrl, trustedProxies } = config;
  if (secureFormPort === undefined) return undefined;
  const { secureLinks, secureCodes } = bank;
  const pages = pagesOf(config);
  const stopKeeping = await keepPages({ pages, store, rows: BankPageFileRows, clock, log });
  const page = {
    secureLinks,
    secureCodes,
    letterhead: { ...config, agentPhone: numberToCall(brand, config.agentPhone), brand },
    networkAddress: networkAddress(trustedProxies, notice),
    pages,
    clock,
  };
  const routes = [secureFormRoutes(page)];
  const served = await serveApart(parts, { port: secureFormPort, url: secureFormUrl, routes });
  const close = () => {
    stopKeeping();
    return served.close();
  };
  return { ...served, close };
}
