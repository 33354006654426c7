import { EntitySchema } from 'typeorm';
import { key, text } from '../../kit/store/columns.ts';
import type { Instant } from '../../kit/time.ts';
import type { CardReference } from '../contract/card.ts';

/**
 * 冻结卡片, 打包存储的用户信息: a card that a query found frozen, packaged with its customer's reserved information (patent, steps 2
 * and 3). `packageSealed` opens to a `ReservedPackage`.
 */
export type FrozenCardRow = {
  card: CardReference;
  packageSealed: string;
  storedAt: Instant;
  expiresAt: Instant;
};

export const FrozenCardRows = new EntitySchema<FrozenCardRow>({
  name: 'frozen_card_records',
  columns: { card: key, packageSealed: text, storedAt: text, expiresAt: text },
  indices: [{ name: 'frozen_card_records_expiry', columns: ['expiresAt'] }],
});
