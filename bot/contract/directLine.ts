/** The beginning of Direct Line's addresses, which is all that its clients are told. */
export const directLineBase = '/v3/directline';

const conversations = `${directLineBase}/conversations` as const;

/** Every address of web chat, for the server and for the page; the first is ours, the others are Direct Line's (API 3.0). */
export const directLine = {
  pageToken: '/webchat/token',
  newToken: `${directLineBase}/tokens/generate`,
  refreshedToken: `${directLineBase}/tokens/refresh`,
  conversations,
  conversation: `${conversations}/:id`,
  activities: `${conversations}/:id/activities`,
  upload: `${conversations}/:id/upload`,
  stream: `${conversations}/:id/stream`,
} as const;

/** Headers of the answer that asks for work, and of the request that brings it: JSON in base64url. */
export const challengeHeader = 'Thawline-Challenge';
export const proofHeader = 'Thawline-Proof';
