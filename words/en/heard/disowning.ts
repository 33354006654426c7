/** All that counts as "that was not me", as `plainText` leaves it: never a part of another sentence. */
export const denials: readonly string[] = [
  'not me|not by me|wasnt me|was not me|it wasnt me|it was not me|that wasnt me|that was not me',
  'this wasnt me|this was not me|its not me|thats not me|i didnt do it|i didnt do this',
  'i didnt do that|i did not do it|i did not do this|i did not do that|i didnt unfreeze it',
  'i didnt unfreeze my card|i didnt unfreeze this card|i did not unfreeze it',
  'i did not unfreeze my card|i did not unfreeze this card',
].flatMap((line) => line.split('|'));

/** What people cry out before and after it, carriers' keywords among it. */
export const outcries: readonly string[] = [
  'stop|stopall|unsubscribe|help|no|wait|hey|hi|hello|please|urgent|now|freeze it|freeze my card',
  'freeze the card|block it|block my card|block the card',
].flatMap((line) => line.split('|'));
