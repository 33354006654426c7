import { addressOf } from '../../kit/addressOf.ts';
import { phoneAddresses } from '../contract/phoneAddresses.ts';
import type { PhoneEvent, PhoneView } from '../contract/simulatedCall.ts';

/** The line to the carrier: one event after the other, since the order of keys matters. */
export class CarrierLine {
  #last: Promise<unknown> = Promise.resolve();
  #id = '';

  dial(from: string | null): Promise<PhoneView> {
    return this.#inTurn(async () => {
      const view = await post(phoneAddresses.calls, { from });
      this.#id = view.id;
      return view;
    });
  }

  happens(event: PhoneEvent): Promise<PhoneView> {
    return this.#inTurn(() => post(addressOf(phoneAddresses.events, { id: this.#id }), event));
  }

  #inTurn(work: () => Promise<PhoneView>): Promise<PhoneView> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

async function post(address: string, body: unknown): Promise<PhoneView> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`answered with ${response.status}`);
  return response.json();
}
