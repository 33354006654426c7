import twilio from 'twilio';
import { run, processTerminal as terminal } from '../kit/command.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { environment } from '../services/config.ts';
import { preflightCommand } from './preflightCommand.ts';
import { tokenOfRegistration } from './registrationFindings.ts';
import type { AccountSettings } from './telephoneFindings.ts';

const mostNumbers = 1000;

async function readAccount({ sid, token }: { sid: string; token: string }): Promise<AccountSettings> {
  const client = twilio(sid, token);
  try {
    const numbers = await client.incomingPhoneNumbers.list({ limit: mostNumbers });
    const recordings = await client.recordings.list({ limit: 1 });
    return { numbers, hasRecordings: recordings.length > 0 };
  } catch (error) {
    // The client's error holds the request: only its code goes on.
    const { code } = Object(error) as { code?: unknown };
    throw new UnfreezeError('internal', `Twilio cannot be read: ${String(code ?? 'no answer')}`);
  }
}

const program = preflightCommand({ terminal, environment, readAccount, askToken: tokenOfRegistration });
process.exitCode = await run(program, process.argv.slice(2), terminal);
