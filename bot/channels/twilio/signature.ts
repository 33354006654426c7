import twilio from 'twilio';

/**
 * The content that a signature covers, and the tokens that may have signed it: the present one, and the next one during
 * a change.
 */
export type Signed = {
  /** The address that the carrier called: the configured public one with the request's path and query. */
  url: string;
  parameters: Readonly<Record<string, string>>;
  signature: string | undefined;
  tokens: readonly string[];
};

/**
 * Whether one of the tokens made the signature (Twilio's X-Twilio-Signature). `twilio.webhook()` is not used, because
 * it ignores its `authToken` option and trusts the request's Host header.
 */
export function isSignedByCarrier({ url, parameters, signature, tokens }: Signed): boolean {
  if (!signature) return false;
  return tokens.some(
    (token) => token !== '' && twilio.validateRequest(token, signature, url, { ...parameters }),
  );
}
