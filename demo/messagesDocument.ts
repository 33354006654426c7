import { elementsOf, readTwiml, wordsOf } from './twimlDocument.ts';
import { problemsOf } from './twimlRules.ts';

/** What an answer to a message says: the texts that go out, and where the carrier asks next. */
export type MessagesDocument = { texts: string[]; redirect: string | undefined; problems: string[] };

/** Reads the TwiML that answers a message, with what is wrong with it. */
export function readMessages(document: string): MessagesDocument {
  try {
    const root = readTwiml(document);
    const verbs = elementsOf(root);
    const redirect = verbs.find(({ name }) => name === 'Redirect');
    return {
      texts: verbs.filter(({ name }) => name === 'Message').map(wordsOf),
      redirect: redirect && wordsOf(redirect),
      problems: problemsOf(document, root),
    };
  } catch (error) {
    return {
      texts: [],
      redirect: undefined,
      problems: [error instanceof Error ? error.message : 'not TwiML'],
    };
  }
}
