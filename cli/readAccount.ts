import twilio from 'twilio';
import { UnfreezeError } from '../kit/errors.ts';
import type { AccountSettings } from './telephoneFindings.ts';

const mostNumbers = 1000;

/** Reads an account's settings from Twilio. @throws UnfreezeError `internal` where they cannot be read */
export async function readAccount({ sid, token }: { sid: string; token: string }): Promise<AccountSettings> {
  const client = twilio(sid, token);
  try {
    const numbers = await client.incomingPhoneNumbers.list({ limit: mostNumbers });
    const recordings = await client.recordings.list({ limit: 1 });
    return { numbers, hasRecordings: recordings.length > 0 };
  } catch (error) {
    // Only the code of the client's error is passed on, since the error holds the request.
    const { code } = Object(error) as { code?: unknown };
    throw new UnfreezeError('internal', `Twilio cannot be read: ${String(code ?? 'no answer')}`);
  }
}
