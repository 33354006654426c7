import { createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import type { Sentences } from '../dialogs/messages/wording.ts';
import type { AgentHours } from '../dialogs/state/agentHours.ts';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import { derivedFrom, type RotatingSecret } from '../kit/rotatingSecret.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import { callSentences } from './callSentences.ts';
import type { SigningAccount } from './channels/twilio/signedForm.ts';
import { type Reported, statusRoute } from './channels/twilio/status/statusRoute.ts';
import { Calls, type IsUnfinished, type PersonsOnTheLine } from './channels/twilio/voice/calls.ts';
import { voiceRoutes } from './channels/twilio/voice/routes.ts';
import type { Voices } from './channels/twilio/voice/voices.ts';
import type { Turns } from './turn/turns.ts';

type TelephoneOptions = {
  account: SigningAccount;
  voices: Voices;
  store: Store;
  turns: Pick<Turns<never>, 'takeSoon' | 'standing'>;
  isUnfinished: IsUnfinished;
  /** The secret that the pseudonyms of callers' numbers are made with. */
  secret: RotatingSecret;
  publicUrl: () => string;
  sentences: Sentences;
  agentPhone: string | undefined;
  persons?: PersonsOnTheLine | undefined;
  agentHours: AgentHours | undefined;
  clock: Clock;
  log: Logger;
  /** Called with status reports on messages, where messages are sent at all. */
  message?: Reported['message'] | undefined;
  /** Called with status reports on receipts. */
  receipt?: Reported['receipt'] | undefined;
  /** The longest wait for a turn in milliseconds, as `Calls` takes it. */
  patience?: number;
};

/** The routes of the telephone: the carrier's calls, and its reports on calls and messages. */
export function telephoneRoutes(parts: TelephoneOptions): RouteGroup {
  const { account, agentPhone, agentHours, clock, secret, publicUrl } = parts;
  const keys = derivedFrom(secret, 'callers');
  const pseudonyms = (number: string) =>
    keys().map(
      (key) => `caller_${createHmac('sha256', key).update(number).digest('base64url').slice(0, 22)}`,
    );
  // The number may be written with spaces or dashes, but the carrier dials digits.
  const number = agentPhone?.replace(/[ -]/g, '');
  const agent = () => (agentHours?.waitsUntil('en', clock()) === undefined ? number : undefined);
  const calls = new Calls({ ...parts, sentences: callSentences(parts.sentences), agent, pseudonyms });
  const signed = { account, publicUrl };
  const brings = voiceRoutes({ calls, ...signed });
  const reports = statusRoute({
    callEnded: (callSid) => calls.end(callSid),
    message: parts.message ?? (() => {}),
    receipt: parts.receipt ?? (async () => {}),
    ...signed,
  });
  return (server) => {
    brings(server);
    reports(server);
  };
}
