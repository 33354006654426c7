import { type MessageSender, Undeliverable } from './messageSender.ts';

/** Sends only to allowed numbers: no premium-rate numbers, and no country that was not named. */
export function onlyTo(reaches: (phone: string) => boolean, sender: MessageSender): MessageSender {
  return {
    async send(message) {
      if (!reaches(message.to)) throw new Undeliverable('numberNotAllowed');
      return sender.send(message);
    },
  };
}
