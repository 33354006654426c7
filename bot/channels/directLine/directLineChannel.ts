/** The channel's name in Bot Framework. */
export const directLineChannelId = 'directline';

/** Direct Line's form of an activity's id: the conversation and seven digits. */
export const activityId = (conversationId: string, number: number) =>
  `${conversationId}|${String(number).padStart(7, '0')}`;

/** The Bot Framework wants one; what is said stays in this service. */
export const directLineServiceUrl = 'urn:thawline:directline';
