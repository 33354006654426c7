import { type Brand, numberToCall } from '../brand/brand.ts';
import { networkAddress } from '../kit/http/networkAddress.ts';
import type { Slip } from '../kit/slips.ts';
import type { Bank } from './bank.ts';
import type { ProcessorConfig } from './config.ts';
import { pagesOf } from './pagesOf.ts';
import { secureForm } from './secureForm/secureForm.ts';
import { type ServeApartOptions, type ServedApart, serveApart } from './serveApart.ts';

type ServeFormOptions = ServeApartOptions & {
  config: ProcessorConfig;
  brand: Brand;
  bank: Bank;
  /** Called with what looks like a mistake in the setup of proxies. */
  notice: (slip: Slip) => void;
};

/** Serves the secure form; undefined where it is not served. */
export async function serveForm({
  brand,
  notice,
  ...parts
}: ServeFormOptions): Promise<ServedApart | undefined> {
  const { config, bank, clock } = parts;
  const { secureFormPort, secureFormUrl, trustedProxies } = config;
  if (secureFormPort === undefined) return undefined;
  const { secureLinks, secureCodes } = bank;
  const page = {
    secureLinks,
    secureCodes,
    letterhead: { ...config, agentPhone: numberToCall(brand, config.agentPhone), brand },
    networkAddress: networkAddress(trustedProxies, notice),
    pages: pagesOf(config),
    clock,
  };
  return serveApart(parts, { port: secureFormPort, url: secureFormUrl, routes: [secureForm(page)] });
}
