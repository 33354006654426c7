import type { Language } from '../language.ts';
import type { Asset } from './asset.ts';
import { fileOf, type PageFiles } from './builtPages.ts';

/** What a page of ours is made of; `head` and `body` are HTML, everything else is text. */
export type HtmlPage = {
  language: Language;
  /** The nonce of the page's policy. Scripts and styles without it do not run. */
  nonce: string;
  title: string;
  /** The colour of a phone's frame around the page. */
  themeColour: string;
  /** The schemes that the page's own sheet has colours for. */
  colourScheme: 'light' | 'light dark';
  /** `icon.svg` and what `sheet` and `script` name; a page without files has none of the three. */
  files?: { of: PageFiles; sheet: string; script: string };
  /** A script that stands in the page itself, and runs before anything is loaded. */
  early?: string;
  /** Behind the sheet, whose rules it can change, and in front of the script, which finds it there. */
  head?: string;
  body: string;
};

/** The one frame of every page: of the page's own there is what it says, and the names of its files. */
export function htmlPage(page: HtmlPage): string {
  const { language, nonce, title, themeColour, colourScheme, files, early, head, body } = page;
  const linked = files && {
    icon: `<link rel="icon" type="image/svg+xml" href="${fileOf(files.of, 'icon.svg').path}">`,
    sheet: `<link rel="stylesheet" nonce="${nonce}" href="${fileOf(files.of, files.sheet).path}">`,
    script: `<script defer nonce="${nonce}" src="${fileOf(files.of, files.script).path}"></script>`,
  };
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">',
    `<meta name="color-scheme" content="${colourScheme}">`,
    '<meta name="format-detection" content="telephone=no">',
    `<meta name="theme-color" content="${escaped(themeColour)}">`,
    `<title>${escaped(title)}</title>`,
    ...[early && `<script nonce="${nonce}">${early}</script>`].filter((line) => line !== undefined),
    ...[linked?.icon, linked?.sheet, head, linked?.script].filter((line) => line !== undefined),
    '</head>',
    '<body>',
    body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Text as it stands in HTML, also between quotes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** JSON as a page can hold it between the tags of a data block. */
export function dataBlock(id: string, nonce: string, value: unknown): string {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${id}" nonce="${nonce}">${json}</script>`;
}

/** A built script as a page can hold it. @throws where its end would be read in its middle */
export function scriptIn({ encoded }: Pick<Asset, 'encoded'>): string {
  const script = encoded.identity.toString();
  if (/<\/script|<!--/i.test(script))
    throw new Error('a script that holds the end of one cannot stand in a page');
  return script;
}
