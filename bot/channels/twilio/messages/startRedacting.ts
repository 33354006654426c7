import type { Registry } from 'prom-client';
import { Rounds } from '../../../../kit/rounds.ts';
import { seconds } from '../../../../kit/time.ts';
import { watchRedactions } from './redactionMetrics.ts';
import { Redactions } from './redactions.ts';
import { demoRedactor, type Redactor } from './redactor.ts';
import { TwilioRedactor } from './twilioRedactor.ts';

type StartRedactingOptions = Omit<ConstructorParameters<typeof Redactions>[0], 'redactor'> & {
  /** The first of its tokens is used to call Twilio. */
  account: { sid: string; tokens: readonly string[] };
  /** Whether the demo bank is used; then nothing leaves this machine. */
  demo: boolean;
  registry: Registry;
};

const every = 5 * seconds;

/** Starts to blank what customers had to send in plain text. @returns a function that stops it */
export async function startRedacting({
  account,
  demo,
  registry,
  ...parts
}: StartRedactingOptions): Promise<() => void> {
  const redactor = demo ? demoRedactor : await twilioRedactor(account);
  const redactions = new Redactions({ ...parts, redactor: redactor ?? demoRedactor });
  watchRedactions(redactions, registry);
  if (!redactor) {
    parts.log.warn('messages with secrets wait to be blanked: TWILIO_AUTH_TOKEN is not set');
    return () => {};
  }
  const trouble = 'messages with secrets could not be blanked';
  return new Rounds({ work: () => redactions.redactDue(), every, log: parts.log, trouble }).startLater();
}

/** Twilio's library loads slowly, so it is loaded only where messages are blanked. */
async function twilioRedactor(account: StartRedactingOptions['account']): Promise<Redactor | undefined> {
  const [token] = account.tokens;
  if (token === undefined) return undefined;
  const { Twilio } = (await import('twilio')).default;
  return new TwilioRedactor({ client: new Twilio(account.sid, token) });
}
