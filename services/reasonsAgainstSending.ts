import type { SendingSettings } from '../kit/sendingSettings.ts';
import type { TwilioAccount } from '../kit/twilioSettings.ts';

type Given = { demo: boolean; twilio: TwilioAccount | undefined; sending: SendingSettings };

/**
 * The fault that countries must be named, because the customers whose countries messages go to are in another process.
 */
export function reasonsAgainstSending(
  { demo, twilio, sending }: Given,
  areCustomersElsewhere: boolean,
): string[] {
  return !demo && twilio && areCustomersElsewhere && sending.countries === undefined
    ? [
        'MESSAGE_COUNTRIES: with the customers in a system elsewhere it must name the countries that messages go to',
      ]
    : [];
}
