import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataBlock, escaped, type HtmlPage, htmlPage } from '../../../kit/pages/htmlPage.ts';
import { testPages } from '../../browser/testPages.ts';
import { root } from '../../runs/imports.ts';

describe('the frame of every page', () => {
  const plain: HtmlPage = {
    language: 'en',
    nonce: 'n0nce',
    title: '</title><script>alert("&")</script>',
    themeColour: '#0b3d5c',
    colourScheme: 'light dark',
    body: '<main></main>',
  };

  it('is written once', () => {
    const written = globSync('{kit,brand,services,bot,demo,web}/**/*.{ts,tsx}', { cwd: root }).filter(
      (file) => /<!doctype html/i.test(readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(written, ['kit/pages/htmlPage.ts']);
  });

  it('takes no text for HTML', () => {
    const html = htmlPage(plain);
    assert.ok(
      html.includes('<title>&lt;/title&gt;&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;</title>'),
    );
    assert.doesNotMatch(html, /<script/);
    assert.equal(escaped('"<&>'), '&quot;&lt;&amp;&gt;');
    assert.doesNotMatch(dataBlock('words', 'n', { text: '</script><b>' }), /<\/script><b>/);
  });

  it('loads its sheet, then what is the page’s own, then its script, each with the nonce of the policy', async () => {
    const of = await testPages('chat');
    const html = htmlPage({
      ...plain,
      files: { of, sheet: 'chat.css', script: 'chat.js' },
      head: '<meta name="own">',
    });
    const places = ['rel="stylesheet" nonce="n0nce"', '<meta name="own">', '<script defer nonce="n0nce"'].map(
      (part) => html.indexOf(part),
    );
    assert.deepEqual(
      places.toSorted((one, other) => one - other),
      places,
    );
    assert.ok(!places.includes(-1));
  });
});
