import { Carrier } from '../../../demo/carrier.ts';
import { developmentAccount } from '../../../kit/twilioSettings.ts';
import { ask } from '../post.ts';

const send: typeof fetch = async (url, { headers, body } = {}) => {
  const asked = { headers: headers as Record<string, string>, body: body as string };
  const { status, text } = await ask(String(url), asked);
  return new Response(text, { status });
};

/** The carrier of the development account, which signs its requests as Twilio does. */
export function carrierTo(url: string): Carrier {
  const { sid: accountSid, token } = developmentAccount;
  return new Carrier({ accountSid, token, publicUrl: () => url, send });
}
