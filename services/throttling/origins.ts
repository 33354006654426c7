import { type FindOptionsWhere, In } from '../../kit/store/query.ts';
import { type FailedAttempt, type NetworkColumn, networkColumns } from '../tables/failedAttempt.ts';

/** The names under older keys, each with the present name. */
export type Names = ReadonlyMap<string, string>;
export type Networks = Pick<FailedAttempt, NetworkColumn>;

export const noNetworks: Networks = { network: null, widerNetwork: null, widestNetwork: null };

/** The known networks, each under its column. */
export function networksIn(networks: Networks): Partial<Record<NetworkColumn, string>>[] {
  return networkColumns.flatMap((column) => {
    const network = networks[column];
    return network === null ? [] : [{ [column]: network }];
  });
}

type Origins = Partial<Networks & Pick<FailedAttempt, 'userTerminal'>>;

/** An origin under its present name, so that the rules can compare it. */
export function asCalledNow<One extends Networks & Pick<FailedAttempt, 'userTerminal'>>(
  one: One,
  names: Names,
): One {
  const now = (name: string | null) => (name === null ? null : (names.get(name) ?? name));
  const { userTerminal, network, widerNetwork, widestNetwork } = one;
  return {
    ...one,
    userTerminal: now(userTerminal),
    network: now(network),
    widerNetwork: now(widerNetwork),
    widestNetwork: now(widestNetwork),
  };
}

/** The query condition that an origin has its present name or one of its older names. */
export function anyNameOf(origin: Origins, names: Names): FindOptionsWhere<FailedAttempt> {
  if (names.size === 0) return origin as FindOptionsWhere<FailedAttempt>;
  const before = (now: string | null) => [...names].flatMap(([name, one]) => (one === now ? [name] : []));
  const conditions = Object.entries(origin).map(([column, now]) => [column, In([now, ...before(now)])]);
  return Object.fromEntries(conditions);
}
