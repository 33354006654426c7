import type { Twilio } from 'twilio';
import { carrierApi, type TwilioAccount } from '../../../kit/twilioSettings.ts';

/**
 * The carrier's REST side; undefined where the account has no token. Twilio's library takes a while to load: only who asks
 * waits for it.
 * @param elsewhere who takes what is asked of the carrier in its place
 */
export async function carrierClient(
  { sid, tokens: [token], apiUrl }: Pick<TwilioAccount, 'sid' | 'tokens' | 'apiUrl'>,
  elsewhere = apiUrl,
): Promise<Twilio | undefined> {
  if (token === undefined) return undefined;
  const { Twilio, RequestClient } = (await import('twilio')).default;
  if (elsewhere === undefined) return new Twilio(sid, token);
  class Elsewhere extends RequestClient {
    override request<Data>(asked: Parameters<typeof RequestClient.prototype.request<Data>>[0]) {
      return super.request<Data>({ ...asked, uri: asked.uri.replace(carrierApi, elsewhere ?? carrierApi) });
    }
  }
  return new Twilio(sid, token, { httpClient: new Elsewhere() });
}
