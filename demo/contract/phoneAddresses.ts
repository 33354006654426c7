const page = '/phone';

/** Every address of the telephone in the browser, for the server and for the page. */
export const phoneAddresses = {
  page,
  assets: `${page}/assets`,
  calls: `${page}/calls`,
  events: `${page}/calls/:id/events`,
  messages: `${page}/messages`,
  look: `${page}/messages/look`,
} as const;
