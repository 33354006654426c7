import type { Language } from '../kit/language.ts';
import type { PageFiles } from '../kit/pages/builtPages.ts';
import { escaped, htmlPage } from '../kit/pages/htmlPage.ts';
import { page } from '../words/page.ts';
import { telephonePage } from '../words/telephonePage.ts';

/** A telephone of the demo bank: whose it is, and its number. */
export type DemoCaller = { name: string; number: string };

/** The telephone's page as it is sent; its script builds the rest. */
export function phoneHtml({
  language,
  nonce,
  files,
  callers,
}: {
  language: Language;
  nonce: string;
  files: PageFiles;
  callers: readonly DemoCaller[];
}): string {
  const { title } = telephonePage[language];
  return htmlPage({
    language,
    nonce,
    title: `${title} · Thawline`,
    themeColour: '#0b3d5c',
    colourScheme: 'light',
    files: { of: files, sheet: 'phone.css', script: 'phone.js' },
    body: `<div id="page" data-callers="${escaped(JSON.stringify(callers))}"></div>
<noscript><p class="without-script">${page[language].withoutScript}</p></noscript>`,
  });
}
