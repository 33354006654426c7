import * as z from 'zod';
import {
  DeskActed,
  DeskAgents,
  DeskCases,
  DeskConversation,
  DeskLines,
  LineGiven,
  PassedOn,
  Presence,
} from '../../services/contract/desk.ts';
import type { CaseId } from '../../services/contract/handoff.ts';
import type { Agent } from './agents.ts';
import type { Desk } from './desk.ts';

export const deskBase = '/desk/api';

/** Beside the message: who acts, the case that the address names, and after which line. */
type Asked = { agent: Agent; id: CaseId; after: number };

type Row<Message, Answer> = {
  does: string;
  method: 'GET' | 'POST';
  /** `:id` stands for the number of a case. */
  path: string;
  takes?: z.ZodType<Message>;
  /** Whether it may be asked for what follows a line (`?after=`). */
  hasAfter?: true;
  answers: z.ZodType<Answer>;
  calls(desk: Desk, asked: Asked, message: Message): Promise<Answer | undefined>;
};

const row = <Message, Answer>(one: Row<Message, Answer>) => one;
const Nothing = z.object({}).optional();

/** Every address of the desk: our own page uses them, and so does another desk. What is `undefined` is not there. */
export const addresses = {
  cases: row({
    does: 'The open cases: first what cannot wait, then the oldest',
    method: 'GET',
    path: 'cases',
    answers: DeskCases,
    calls: async (desk) => ({ cases: await desk.cases() }),
  }),
  case: row({
    does: 'One case with its transcript and lines; that it was read stands in the audit trail',
    method: 'GET',
    path: 'cases/:id',
    answers: DeskConversation,
    calls: (desk, { agent, id }) => desk.conversation(id, agent.login),
  }),
  lines: row({
    does: 'The lines of a case after a number, and what has become of them',
    method: 'GET',
    path: 'cases/:id/lines',
    hasAfter: true,
    answers: DeskLines,
    calls: async (desk, { id, after }) => ({ lines: await desk.lines(id, after) }),
  }),
  claim: row({
    does: 'Takes a case that nobody has; of two who claim at once one has it',
    method: 'POST',
    path: 'cases/:id/claim',
    takes: Nothing,
    answers: DeskActed,
    calls: (desk, { agent, id }) => desk.claim(id, agent.login),
  }),
  write: row({
    does: 'Writes to the customer: own words, or a canned answer by its id in the customer’s language; once for each id',
    method: 'POST',
    path: 'cases/:id/lines',
    takes: LineGiven,
    answers: DeskActed,
    calls: (desk, { agent, id }, line) => desk.write(id, agent.login, line),
  }),
  authenticate: row({
    does: 'Has the customer asked to show who they are, for the card spoken of last; how it ends is a line of the case',
    method: 'POST',
    path: 'cases/:id/authenticate',
    takes: Nothing,
    answers: DeskActed,
    calls: (desk, { agent, id }) => desk.authenticate(id, agent.login),
  }),
  unfreeze: row({
    does: 'Starts the unfreezing once the customer has shown who they are; whether it is allowed is looked at again, and how it ends is a line',
    method: 'POST',
    path: 'cases/:id/unfreeze',
    takes: Nothing,
    answers: DeskActed,
    calls: (desk, { agent, id }) => desk.unfreeze(id, agent.login),
  }),
  passOn: row({
    does: 'Hands a case to another agent, or back to the queue (null)',
    method: 'POST',
    path: 'cases/:id/pass',
    takes: PassedOn,
    answers: DeskActed,
    calls: (desk, { agent, id }, { to }) => desk.passOn(id, agent, to),
  }),
  close: row({
    does: 'Ends a case; the customer is told, and the bot answers again',
    method: 'POST',
    path: 'cases/:id/close',
    takes: Nothing,
    answers: DeskActed,
    calls: (desk, { agent, id }) => desk.close(id, agent),
  }),
  presence: row({
    does: 'That the agent is there, to be said every ten seconds; who is there',
    method: 'POST',
    path: 'presence',
    takes: Presence,
    answers: DeskAgents,
    calls: async (desk, { agent }, presence) => {
      if (presence.left) await desk.hasLeft(agent.login);
      else await desk.isThere(agent.login, presence);
      return { agents: await desk.present() };
    },
  }),
};

export type Address = (typeof addresses)[keyof typeof addresses];
