import type { ImportedCustomer } from '../services/import/importCustomers.ts';
import { defaultPolicy } from '../services/presetConditions/policy.ts';
import { demoCustomers } from './demoBank.ts';

/**
 * A card that can be unfrozen now, and what to give for it, in a sentence for whoever has started the demonstration.
 * @param isFrozen whether a card is frozen; where that cannot be seen from here, the first one is named
 */
export async function cardToTry(isFrozen?: (number: string) => Promise<boolean>): Promise<string> {
  const [first, ...others] = tried();
  for (const one of [first, ...others]) if (one && (await isFrozen?.(one.number))) return inWords(one);
  if (first && !isFrozen) return inWords(first);
  return 'Try it: every card that the demo bank lets be unfrozen is; npx thawline cards freeze freezes one again.';
}

type Tried = { number: string; reserved: ImportedCustomer['reserved'] };

/** The cards whose customers have reserved the most come first; a reason that needs the staff leaves a card out. */
function tried(): Tried[] {
  const frozen = demoCustomers().flatMap(({ cards, reserved }) =>
    cards
      .filter(
        ({ freezeReasons }) =>
          freezeReasons.length > 0 && freezeReasons.every((reason) => defaultPolicy[reason].remote),
      )
      .map(({ number }) => ({ number, reserved })),
  );
  return frozen.toSorted((one, other) => count(other) - count(one));
}

const count = ({ reserved }: Tried) => Object.values(reserved).filter((part) => part !== null).length;

function inWords({ number, reserved: { identityDocument, transactionPassword } }: Tried): string {
  const given = [
    ...(identityDocument ? [`identity document ${identityDocument.number}`] : []),
    ...(transactionPassword ? [`transaction password ${transactionPassword}`] : []),
  ];
  return `Try it: "my card ${number} is frozen"; ${given.join(', ')}.`;
}
