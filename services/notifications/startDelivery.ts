import type { Registry } from 'prom-client';
import { Rounds } from '../../kit/rounds.ts';
import { seconds } from '../../kit/time.ts';
import type { TwilioAccount } from '../../kit/twilioSettings.ts';
import { undeliveredGauge } from '../../kit/undeliveredGauge.ts';
import { BankSender, type BankSenderAddress } from './bankSender.ts';
import { OutboxDelivery } from './delivery.ts';
import type { MessageSender } from './messageSender.ts';
import { onlyTo } from './onlyTo.ts';
import { OverdueReceipts } from './overdueReceipts.ts';
import { TwilioSender } from './twilioSender.ts';

type StartDeliveryOptions = Omit<ConstructorParameters<typeof OutboxDelivery>[0], 'sender'> & {
  /** The bank's own way; undefined where there is none. */
  bankSenderAt: BankSenderAddress | undefined;
  /** Undefined where nothing can be sent: then what is promised waits, and the log and the metrics say so. */
  account: TwilioAccount | undefined;
  /** With the demo bank nothing leaves this machine: who takes what is sent there. */
  demo: MessageSender | undefined;
  /** Whether a message may go to this number. */
  reaches: (phone: string) => boolean;
  registry: Registry;
};

/**
 * The pause between two looks for messages that other processes left or that failed. A process sends its own at once.
 */
const every = 5 * seconds;
/** Shorter in the demo, where people look at the telephone at once. */
const everyInDemo = 2 * seconds;

/** Whether messages can be sent. The demo bank only pretends to send them. */
export function canSend({
  account,
  demo,
  bankSenderAt,
}: Pick<StartDeliveryOptions, 'account' | 'demo' | 'bankSenderAt'>): boolean {
  return (
    demo !== undefined ||
    bankSenderAt !== undefined ||
    (account?.from !== undefined && account.tokens.length > 0)
  );
}

/** Starts sending messages to customers. @returns a function that stops it */
export async function startDelivery({
  account,
  demo,
  reaches,
  registry,
  bankSenderAt,
  reportTo,
  ...parts
}: StartDeliveryOptions): Promise<() => void> {
  const bankSender = bankSenderAt && onlyTo(reaches, new BankSender(bankSenderAt));
  const carrier = demo ? undefined : await twilioSender(account);
  const sender = demo ?? carrier ?? bankSender;
  const delivery = new OutboxDelivery({
    ...parts,
    sender: onlyTo(reaches, sender ?? sendsNothing),
    reportTo: carrier && reportTo,
  });
  const overdue = new OverdueReceipts({ ...parts, bankSender: carrier && bankSender });
  undeliveredGauge(
    {
      name: 'thawline_messages_undelivered',
      help: 'Messages to customers that wait to be sent, or were given up',
    },
    () => delivery.undelivered(),
    registry,
  );
  if (carrier && !reportTo)
    parts.log.warn('whether receipts arrive is not followed: PUBLIC_URL, the bot’s, is not set');
  if (!sender) {
    parts.log.warn(
      'messages to customers wait: TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM are not set, nor MESSAGE_SENDER_URL',
    );
    return () => {};
  }
  const trouble = 'messages to customers could not be sent';
  let isEnded = false;
  const own = new Rounds({ work: () => delivery.deliverOwn(), every, log: parts.log, trouble });
  parts.ownMessages.begin(() => {
    if (!isEnded) void own.last();
  });
  const all = new Rounds({
    async work() {
      await delivery.deliverDue();
      await overdue.tryDue();
    },
    every: demo ? everyInDemo : every,
    log: parts.log,
    trouble,
  });
  const stopListening = parts.store.announcements.listen('outbox', () => void all.last());
  const stop = all.startLater();
  return () => {
    isEnded = true;
    stopListening();
    stop();
  };
}

/** Accepts every message and sends none; the demo shows messages from the outbox. */
export const sendsNothing: MessageSender = { send: async () => ({ providerId: 'nowhere' }) };

/** Twilio's library is slow to load, so it is loaded only where messages are sent with it. */
async function twilioSender(account: TwilioAccount | undefined): Promise<MessageSender | undefined> {
  const [token] = account?.tokens ?? [];
  if (!account?.from || token === undefined) return undefined;
  const { Twilio } = (await import('twilio')).default;
  return new TwilioSender({ client: new Twilio(account.sid, token), from: account.from });
}
