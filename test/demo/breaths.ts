import { secondsToSay } from '../../bot/channels/twilio/voice/breath.ts';
import { type Element, elementsOf, readTwiml, wordsOf } from '../../demo/twimlDocument.ts';

/** What of a document is said without a pause in which the line listens or is silent, sentence by sentence. */
export function breathsOf(document: string): string[][] {
  const breaths: string[][] = [];
  let open: string[] | undefined;
  for (const verb of elementsOf(readTwiml(document))) {
    if (verb.name === 'Gather') {
      breaths.push(sayings(elementsOf(verb)));
      open = undefined;
    } else if (verb.name === 'Pause') {
      open = undefined;
    } else if (verb.name === 'Say') {
      if (open === undefined) {
        open = [];
        breaths.push(open);
      }
      open.push(wordsOf(verb));
    }
  }
  return breaths;
}

/** The breaths that are longer than a caller takes in, with how long they are. */
export function tooLong(documents: readonly string[], longest: number): string[] {
  return documents
    .flatMap(breathsOf)
    .map((breath) => ({ breath, lasts: breath.reduce((sum, text) => sum + secondsToSay(text), 0) }))
    .filter(({ lasts }) => lasts > longest)
    .map(({ breath, lasts }) => `${lasts.toFixed(1)} s: ${breath.join(' ')}`);
}

function sayings(verbs: readonly Element[]): string[] {
  return verbs.filter(({ name }) => name === 'Say').map(wordsOf);
}
