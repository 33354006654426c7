import type { Condition } from '../../kit/store/describedTable.ts';
import { type FailedAttempt, type NetworkColumn, networkColumns } from '../tables/failedAttempt.ts';

/** The names under older keys, each with the present name. */
export type Names = ReadonlyMap<string, string>;
export type Networks = Pick<FailedAttempt, NetworkColumn>;

export const noNetworks: Networks = { network: null, widerNetwork: null, widestNetwork: null };

type Origins = Networks & Pick<FailedAttempt, 'userTerminal'>;
/** The name of a user terminal or a network, and the column that it stands in. */
type Origin = { column: keyof Origins; name: string };

/** What is known of where an attempt came from. */
export function originsIn(origins: Origins): Origin[] {
  return (['userTerminal', ...networkColumns] as const).flatMap((column) => {
    const name = origins[column];
    return name === null ? [] : [{ column, name }];
  });
}

/** An origin under its present name, so that the rules can compare it. */
export function asCalledNow<One extends Origins>(one: One, names: Names): One {
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
export function anyNameOf({ column, name }: Origin, names: Names): Condition {
  const before = [...names].flatMap(([older, now]) => (now === name ? [older] : []));
  const values = [name, ...before];
  return { that: `{${column}} IN (${values.map(() => '?').join(', ')})`, values };
}
