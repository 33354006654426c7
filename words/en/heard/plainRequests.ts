/** The words of which requests to unfreeze are made, and that by themselves make nothing else of them. */
export const words: readonly string[] = (
  'please pls plz kindly just now hi hello hey can could would will you u i id im want wanna need like to my the ' +
  'this that a it its card cards crad debit credit bank atm visa mastercard account lift remove release take put ' +
  'turn switch make off freeze block hold lock restriction restrictions on from of for me again asap today right ' +
  'away immediately thanks thank help have get be is was has been frozen blocked locked suspended open back active ' +
  'usable working work ending in so ok yes yeah and let lets use urgently urgent sir madam mate dear quickly fast do ' +
  'if possible mind lifting removing trouble one own go ahead bank reopen back up out way s t suspension grateful kind could ill please good morning afternoon evening am wonder wondering youd possibly appreciate love ask asking request requesting trying ' +
  'since now too able soon still again hope hoping'
).split(' ');
/** The same, where words are not parted. */
export const unparted = /(?!)/;
/** What asks for unfreezing, in all its forms. */
export const unfreezing =
  /^(?:un(?:freez|froz|block|lock|suspend|restrict)|re ?(?:activat|enabl|instat)|defrost)\w*$/;
