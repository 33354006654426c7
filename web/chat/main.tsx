import '../kit/withoutEval.ts';
import { pageLanguage } from '../kit/pageLanguage.ts';
import { ChatPage, type Handed } from './ChatPage.tsx';
import { Connection } from './connection.ts';
import { tellFrame } from './frame.ts';

const page = document.querySelector<HTMLElement>('#page');
if (page) {
  const nonce = page.dataset.nonce ?? '';
  // The browser hides nonces from the page for the same reason: a style that leaks attributes must find none.
  delete page.dataset.nonce;
  const language = pageLanguage();
  const connection = new Connection({ language: pageLanguage });
  connection.tryAgain();
  ReactDOM.createRoot(page).render(
    <ChatPage connection={connection} firstLanguage={language} nonce={nonce} brand={handed()} />,
  );
  tellFrame();
}

/** What was handed with the page: the bank's words and its logo, which the script was built without. */
function handed(): Handed {
  return JSON.parse(document.querySelector('#brand')?.textContent ?? '{}');
}
