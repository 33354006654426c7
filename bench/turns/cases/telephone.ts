import type { PhoneCall } from '../../../demo/phoneCall.ts';
import { type Case, phoneOf, type Turn, type Visitor } from '../visitor.ts';
import { carrierTo } from './carrier.ts';

/** Longer than any turn takes, and where it does not end the service says so. */
const mostWaits = 20;

/** Keys that end a turn, and what has to be heard then: a caller waits while the service says that it is working. */
async function keys(
  call: PhoneCall,
  turn: Turn,
  name: string,
  pressed: string,
  expected: RegExp,
): Promise<void> {
  const before = call.heard.length;
  const heard = () => {
    const said = call.heard.slice(before).flatMap((one) => (one.what === 'say' ? [one.words] : []));
    return said.join(' ');
  };
  await turn(name, async () => {
    await call.press(pressed);
    for (let waits = 0; waits < mostWaits && !expected.test(heard()); waits++) await call.wait();
  });
  if (call.problems.length > 0) throw new Error(call.problems.join('; '));
  if (!expected.test(heard())) throw new Error(`${expected} was to be said, not ${heard()}`);
}

async function hearsStatus(url: string, visitor: Visitor, number: string, turn: Turn): Promise<PhoneCall> {
  const call = await carrierTo(url).call(phoneOf(visitor));
  await keys(call, turn, 'language', '3', /press 1/i);
  await keys(call, turn, 'choice', '1', /card number/i);
  await keys(call, turn, 'card', `${number}#`, /frozen/i);
  return call;
}

/** Card status alone. */
export const telephoneStatus: Case = async (url, visitor, turn) => {
  const call = await hearsStatus(url, visitor, visitor.card().number, turn);
  await call.hangUp();
};

/** The case from the card's status to the unfrozen card, in a call. */
export const telephoneUnfreezing: Case = async (url, visitor, turn) => {
  const card = visitor.card();
  const call = await hearsStatus(url, visitor, card.number, turn);
  await keys(call, turn, 'yes', '1', /document/i);
  const document = card.identityDocument.replace('X', '*');
  await keys(call, turn, 'document', `${document}#`, /password/i);
  await keys(call, turn, 'password', `${card.transactionPassword}#`, /is unfrozen/i);
  await call.hangUp();
};
