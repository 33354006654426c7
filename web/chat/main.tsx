import '../kit/withoutEval.ts';
import { render } from 'preact';
import { pageLanguage } from '../kit/pageLanguage.ts';
import { ChatPage, type HandedWithPage } from './ChatPage.tsx';
import { Connection } from './connection.ts';
import { tellFrame } from './frame.ts';

const page = document.querySelector<HTMLElement>('#page');
if (page) {
  const language = pageLanguage();
  const connection = new Connection({ language: pageLanguage });
  connection.tryAgain();
  page.replaceChildren();
  render(<ChatPage connection={connection} firstLanguage={language} brand={handed()} />, page);
  tellFrame();
}

/** What was handed with the page: the bank's words and its logo, which the script was built without. */
function handed(): HandedWithPage {
  return JSON.parse(document.querySelector('#brand')?.textContent ?? '{}');
}
