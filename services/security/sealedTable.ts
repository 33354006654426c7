import type { OwnedTable } from '../../kit/retention/ownedTable.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { FieldSealing, SealedPlace } from './fieldSealing.ts';
import type { PasswordVerifiers } from './passwordVerifier.ts';

export type Sealers = { fields: FieldSealing; verifiers: PasswordVerifiers };

/** Seals the value of a column again with the newest field key; `place` is the column and row. */
export type ClosesAnew = (sealed: string, place: SealedPlace, sealers: Sealers) => string;

/** The columns of a table that hold sealed values, each with the function that seals it again. */
export type SealedColumns<Row> = { readonly [Column in keyof Row & string]?: ClosesAnew };

/**
 * Makes the index of a row's sealed values again, with the newest index key.
 * @param opened reads and opens another column of the row by its property; null where the column is empty
 */
type IndexesAnew = (
  row: Readonly<Record<string, unknown>>,
  opened: (property: string) => string | null,
  sealers: Sealers,
) => unknown;

/** A table of the bank's side, which may hold sealed values. */
export type BankTable<Kept = unknown> = OwnedTable<Kept> & {
  sealed?: Readonly<Record<string, ClosesAnew>>;
  /** The columns with an index by which a sealed value is found. */
  indexed?: Readonly<Record<string, IndexesAnew>>;
  /** Updates the rows of other tables that refer to such an index. */
  follows?: (
    manager: EntityManager,
    column: string,
    anew: { before: unknown; after: unknown },
  ) => Promise<void>;
};

/** Seals a field of `FieldSealing` again. */
export const fieldAnew: ClosesAnew = (sealed, place, { fields }) =>
  fields.seal(fields.open(sealed, place), place);

/** Seals a verifier of `PasswordVerifiers` again. */
export const verifierAnew: ClosesAnew = (verifier, place, { verifiers }) =>
  verifiers.closedAnew(verifier, place);
