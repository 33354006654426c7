import { type House, houseWith } from '../houseWith.ts';

/** The product with a third item and a channel that there is not. */
export function houseWithMore(): House {
  return houseWith({
    'services/contract/items/rows.ts': 'test/tables/house/itemRows.ts',
    'services/contract/channelRows.ts': 'test/tables/house/channelRows.ts',
    'services/processor/itemChecks.ts': 'test/tables/house/itemChecks.ts',
    'words/channelNames.ts': 'test/tables/house/channelNames.ts',
    'words/conversation.ts': 'test/tables/house/itemSentences.ts',
  });
}
