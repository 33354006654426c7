import twilio from 'twilio';

/** Writes the messages of an answer, each with the address for its status reports. Without texts nothing is sent. */
export function messagesTwiml(texts: readonly string[], statusUrl: string): string {
  const response = new twilio.twiml.MessagingResponse();
  for (const text of texts) response.message({ action: statusUrl, method: 'POST' }, text);
  return response.toString();
}

/** Tells the carrier to ask again for the answer to the same message. */
export function askAgainTwiml(address: string): string {
  const response = new twilio.twiml.MessagingResponse();
  response.redirect({ method: 'POST' }, address);
  return response.toString();
}
