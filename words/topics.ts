/**
 * What customers also ask, by stable ids: the bank answers each in its own words. A row that is added needs sentences in
 * `dialogs/understanding/topicCorpus` and an answer in every language of the demo bank.
 */
export const topicIds = [
  ...([
    'passwordReset',
    'passwordWhatIs',
    'loginPassword',
    'branch',
    'hours',
    'booking',
    'whatToBring',
  ] as const),
  ...(['documentExpired', 'documentNew', 'documentsOther', 'phoneChanged', 'phoneLost'] as const),
  ...(['holderDead', 'relative', 'powerOfAttorney', 'minor', 'fraudVictim'] as const),
  ...([
    'fee',
    'stillWorks',
    'salary',
    'transfers',
    'directDebits',
    'phoneWallet',
    'creditDue',
    'moneySafe',
  ] as const),
  ...(['howLong', 'court', 'triesLeft', 'prevent', 'appeal', 'callBack', 'phoneNumber', 'abroad'] as const),
  ...([
    'robot',
    'whoDecides',
    'dataKept',
    'whichBank',
    'isItReal',
    'complaint',
    'accessibility',
    'upset',
  ] as const),
  ...(['cardDamaged', 'cardExpired', 'cardUnreadable'] as const),
] as const;
export type TopicId = (typeof topicIds)[number];

/** The sentence that answers a topic. Only a bank that has answers says it. */
export type TopicAnswer = `topic.${TopicId}`;

export function isTopic(id: string): id is TopicId {
  return topicIds.some((topic) => topic === id);
}
