/** What an operator can say of an unfreezing, once they have looked into the card system. */
export const handOutcomes = ['unfrozen', 'notUnfrozen'] as const;
export type HandOutcome = (typeof handOutcomes)[number];
