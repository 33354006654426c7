import twilio from 'twilio';

/** The messages of an answer, each with where its fate is reported. None: nothing is sent. */
export function messagesTwiml(texts: readonly string[], statusUrl: string): string {
  const response = new twilio.twiml.MessagingResponse();
  for (const text of texts) response.message({ action: statusUrl, method: 'POST' }, text);
  return response.toString();
}

/** Has the carrier ask once more for the answer to the same message. */
export function askAgainTwiml(address: string): string {
  const response = new twilio.twiml.MessagingResponse();
  response.redirect({ method: 'POST' }, address);
  return response.toString();
}
