import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { FieldSealing, Place } from './fieldSealing.ts';
import type { PasswordVerifiers } from './passwordVerifier.ts';

export type Sealers = { fields: FieldSealing; verifiers: PasswordVerifiers };

/** Closes with the newest field key what is sealed in a column; `place` is where it stands. */
export type ClosesAnew = (sealed: string, place: Place, sealers: Sealers) => string;

/** The columns of a table that hold something sealed, and how each is closed anew. */
export type SealedColumns<Row> = { readonly [Column in keyof Row & string]?: ClosesAnew };

/**
 * The index with the newest key of what is sealed in other columns of a row.
 * @param opened what a column holds, by its property; null where it holds nothing
 */
type IndexesAnew = (
  row: Readonly<Record<string, unknown>>,
  opened: (property: string) => string | null,
  sealers: Sealers,
) => unknown;

/** A table of the bank's, which may hold something sealed. */
export type BankTable<Kept = unknown> = OwnedTable<Kept> & {
  sealed?: Readonly<Record<string, ClosesAnew>>;
  /** Columns by which something sealed is found. */
  indexed?: Readonly<Record<string, IndexesAnew>>;
  /** What refers to such an index from elsewhere follows it. */
  follows?: (
    manager: EntityManager,
    column: string,
    anew: { before: unknown; after: unknown },
  ) => Promise<void>;
};

/** For a field of `FieldSealing`. */
export const fieldAnew: ClosesAnew = (sealed, place, { fields }) =>
  fields.seal(fields.open(sealed, place), place);

/** For a verifier of `PasswordVerifiers`. */
export const verifierAnew: ClosesAnew = (verifier, place, { verifiers }) =>
  verifiers.closedAnew(verifier, place);
