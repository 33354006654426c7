import * as z from 'zod';
import { commaSeparated } from '../commaSeparated.ts';
import { proxyProblem } from './trustedProxies.ts';

/** The proxies whose headers count, with commas between them; the reason against each wrong one is its own. */
export const trustedProxiesSetting = z
  .string()
  .default('')
  .transform((list, context) => {
    const proxies = commaSeparated(list);
    for (const proxy of proxies) {
      const message = proxyProblem(proxy);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    }
    return proxies;
  });
