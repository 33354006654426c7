import { UnfreezeError } from '../../../../kit/errors.ts';
import type { Store } from '../../../../kit/store/store.ts';
import type { Clock } from '../../../../kit/time.ts';
import type { ChannelForm } from '../../../turn/channelForm.ts';
import type { ConversationReference, ReachingChannel } from '../../../turn/conversationReference.ts';
import type { Delivery } from '../../../turn/delivery.ts';
import type { Turns } from '../../../turn/turns.ts';
import { CallAnswers } from './callAnswers.ts';
import { CallLog, callFromRow } from './callLog.ts';
import type { CallSentences } from './callSentences.ts';
import type { CallRow } from './callTables.ts';
import { twiml } from './twiml.ts';
import { answerAddress, voiceChannelId } from './voiceChannel.ts';
import { firstTongue, type Voices } from './voices.ts';

/** The carrier's side of calls that are under way. */
export interface CallsAtCarrier {
  /** Has the carrier ask this address what the call does now, whatever it does. @throws CallOver where it has ended */
  redirect(callSid: string, address: string): Promise<void>;
}

/** The call has ended. */
export class CallOver extends Error {}

type ToldCallsDependencies<Found> = {
  turns: Pick<Turns<Found>, 'tell'>;
  store: Store;
  carrier: CallsAtCarrier;
  sentences: CallSentences;
  voices: Voices;
  publicUrl: () => string;
  clock: Clock;
};

/** The answer of a turn that the bot began: the call, and the step that it is the answer of. */
type Told = { callSid: string; step: number };

/**
 * Turns of calls that the bot begins, as where somebody at the desk takes a call or wants an authentication: the caller is
 * taken out of whatever the call does, also of the talk with a person.
 */
export class ToldCalls<Found> implements ReachingChannel<Found> {
  readonly #parts: ToldCallsDependencies<Found>;
  readonly #callLog: CallLog;
  readonly #answers: CallAnswers;

  constructor(parts: ToldCallsDependencies<Found>) {
    this.#parts = parts;
    this.#callLog = new CallLog(parts);
    this.#answers = new CallAnswers({ ...parts, agent: () => undefined });
  }

  reaches(channelId: string): boolean {
    return channelId === voiceChannelId;
  }

  /** @throws UnfreezeError `conversationUnknown` where nobody is on the line any more */
  async tells(reference: ConversationReference, id: string, found: Found, phone?: string): Promise<void> {
    const { turns, voices, store } = this.#parts;
    const row = await store.read((manager) => this.#find(manager, reference));
    const tongue = callFromRow(row).tongue ?? firstTongue;
    const delivery: Delivery = { reference, id, locale: voices[tongue].locale, phone };
    try {
      await turns.tell(delivery, found, this.#form(delivery));
    } catch (error) {
      if (!(error instanceof CallOver)) throw error;
      throw new UnfreezeError('conversationUnknown', 'the call is over', { cause: error });
    }
  }

  async #find(
    manager: Parameters<CallLog['underWay']>[0],
    { user: caller, conversation: { id: conversationId } }: ConversationReference,
  ): Promise<CallRow> {
    const row = await this.#callLog.underWay(manager, { caller, conversationId });
    if (!row) throw new UnfreezeError('conversationUnknown', 'nobody is on the line');
    return row;
  }

  #form({ reference }: Delivery): ChannelForm<CallRow> {
    const { voices, carrier, publicUrl } = this.#parts;
    return {
      looks: (manager) => this.#find(manager, reference),
      reads: () => ({ what: 'words', text: '' }),
      writes: (turned, row) => {
        if (turned.replies.length === 0) return { answer: '' };
        const { callSid, step } = row;
        const { answer, left } = this.#answers.afterTurn(callFromRow(row), step, turned);
        const told = twiml(answer, voices);
        return {
          answer: JSON.stringify({ callSid, step } satisfies Told),
          write: (manager) => this.#callLog.leave(manager, row, { step, left, told }),
        };
      },
      sends: async (answer, from, sent) => {
        if (answer === '' || from > 0) return;
        const { callSid, step }: Told = JSON.parse(answer);
        // Where the caller has gone on since, the carrier has asked for this by itself.
        const call = await this.#callLog.read(callSid);
        if (call?.step === step + 1)
          await carrier.redirect(callSid, `${publicUrl()}${answerAddress(step, 1)}`);
        await sent(1);
      },
    };
  }
}
