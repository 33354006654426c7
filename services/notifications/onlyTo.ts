import { type MessageSender, Undeliverable } from './messageSender.ts';

/** Sends what may be sent: to a number that costs a premium, or is of no country that was named, nothing goes. */
export function onlyTo(reaches: (phone: string) => boolean, sender: MessageSender): MessageSender {
  return {
    async send(message) {
      if (!reaches(message.to)) throw new Undeliverable('numberNotAllowed');
      return sender.send(message);
    },
  };
}
