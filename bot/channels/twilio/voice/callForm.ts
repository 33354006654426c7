import * as z from 'zod';
import { seenAs } from '../../../../kit/store/lookTogether.ts';
import type { EntityManager } from '../../../../kit/store/query.ts';
import type { ChannelForm } from '../../../turn/channelForm.ts';
import type { CallAnswers, StepAnswer } from './callAnswers.ts';
import { type CallLog, callFromRow, carrierTokensOf } from './callLog.ts';
import type { CallStep } from './callRequest.ts';
import type { ForConversation } from './callSteps.ts';
import type { CallRow } from './callTables.ts';
import type { CallAnswer } from './twiml.ts';
import { answerAddress } from './voiceChannel.ts';
import { tongues } from './voices.ts';

/**
 * A request for a step of a call. `waited` counts how often the carrier has asked for the answer of the same step
 * before.
 */
export type StepTaken = { form: CallStep; step: number; token: string | undefined; waited?: number };

type Step = {
  callLog: CallLog;
  answers: CallAnswers;
  /** Writes an answer as TwiML. */
  write: (answer: CallAnswer) => string;
  taken: StepTaken;
  /** The row of a new call, before its first step. */
  fresh: CallRow | undefined;
  meant: StepAnswer | ForConversation;
  /** The answer where the carrier asks for the result of a step that has not arrived yet. */
  notYet: () => string;
};

/**
 * The facts that the end of a turn needs about its step. They are stored, since the turn may be repeated after a crash.
 */
const Begun = z.object({
  conversationId: z.string(),
  tongue: z.enum(tongues).optional(),
  silences: z.int(),
  wrong: z.int().default(0),
  before: z.array(z.object({ text: z.string(), tongue: z.enum(tongues) })),
});

/**
 * Reads a step of a call and writes its answer. A repeated or late request changes nothing and is led to the call's
 * latest step.
 */
export function callForm({
  callLog,
  answers,
  write,
  taken,
  fresh,
  meant,
  notYet,
}: Step): ChannelForm<CallRow | undefined> {
  const { form, step, token, waited } = taken;
  const leaves = (row: CallRow | undefined, { answer, left }: StepAnswer) => ({
    answer: write(answer),
    write: async (manager: EntityManager) => {
      if (row) await callLog.leave(manager, row, { step, token, left });
    },
  });

  return {
    // A request that only asks for an answer brings no words, so none can be lost.
    isBroughtAgain: waited !== undefined,
    looks: seenAs(callLog.wanted(form.CallSid), ([row]) => row ?? fresh),

    reads(row, { isAgain }) {
      if (row?.endedAt) return { passing: write({ sayings: [], next: 'hangUp' }) };
      const isOld = row !== undefined && token !== undefined && carrierTokensOf(row).includes(token);
      if (row?.step !== step || isOld) {
        // A late request gets the latest answer of the call and changes nothing.
        // What the bot has told of its own was no answer to any request.
        if (row?.told) return { passing: row.told };
        const latest = Math.max((row?.step ?? 0) - 1, 0);
        return { passing: write({ sayings: [], next: 'go', action: answerAddress(latest, 1) }) };
      }
      if (waited === undefined) return 'content' in meant ? meant.content : leaves(row, meant);
      return isAgain ? 'kept' : { passing: notYet() };
    },

    arrives() {
      if (waited !== undefined || !('content' in meant)) return {};
      const { call, before } = meant;
      const { conversationId, tongue, silences, wrong } = call;
      return { receipt: JSON.stringify({ conversationId, tongue, silences, wrong, before }) };
    },

    writes(turned, row, { receipt }) {
      if (row === undefined || receipt === undefined) throw new Error('the step of no call has no turn');
      const { before, ...begun } = Begun.parse(JSON.parse(receipt));
      const call = { ...callFromRow(row), ...begun, tongue: begun.tongue };
      return leaves(row, answers.afterTurn(call, step, turned, before));
    },
  };
}
