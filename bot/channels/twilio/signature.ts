import twilio from 'twilio';

/** What a signature was made over, and the tokens that may have made it: the present one, and the next while it is changed. */
export type Signed = {
  /** The address as the carrier knows it: the configured public one with the request's path and query. */
  url: string;
  parameters: Readonly<Record<string, string>>;
  signature: string | undefined;
  tokens: readonly string[];
};

/**
 * Whether one of the tokens made the signature (Twilio's X-Twilio-Signature). `twilio.webhook()` is not used:
 * it ignores its `authToken` option, and believes the Host header of the request.
 */
export function isSigned({ url, parameters, signature, tokens }: Signed): boolean {
  if (!signature) return false;
  return tokens.some(
    (token) => token !== '' && twilio.validateRequest(token, signature, url, { ...parameters }),
  );
}
