import assert from 'node:assert/strict';
import { checkedDrawing } from '../../brand/drawing.ts';

const svg = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" ${attributes}>${inner}</svg>`;
const problems = (source: string) => {
  const checked = checkedDrawing(source);
  return 'problems' in checked ? checked.problems.join('; ') : '';
};

describe('a logo', () => {
  it('is shapes and their paints, and is written anew as it was read', () => {
    const source = svg(
      '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>' +
        '<g transform="translate(1 2)"><path d="M0 0L8 8z" fill="url(#a)"/></g><title>Harbour &amp; Sons</title>',
    );
    const checked = checkedDrawing(`<?xml version="1.0"?><!-- drawn by hand -->${source}`);
    assert.ok('svg' in checked, JSON.stringify(checked));
    assert.match(checked.svg, /<path d="M0 0L8 8z" fill="url\(#a\)"/);
    assert.doesNotMatch(checked.svg, /<\?xml|<!--/);
  });

  for (const [what, source] of Object.entries({
    'a script': svg('<script>alert(1)</script>'),
    'an event handler': svg('<path d="M0 0" onclick="x()"/>'),
    'a handler on the whole': svg('', 'onload="x()"'),
    'another page in it': svg('<foreignObject><iframe src="https://x.example"/></foreignObject>'),
    'a picture from elsewhere': svg('<image href="https://x.example/a.png"/>'),
    'a use of elsewhere': svg('<use href="https://x.example/a.svg#b"/>'),
    'a paint from elsewhere': svg('<path d="M0 0" fill="url(https://x.example/a.svg#b)"/>'),
    'a link': svg('<a href="javascript:alert(1)"><path d="M0 0"/></a>'),
    'a style sheet': svg('<style>@import "https://x.example/a.css"</style>'),
    'a style attribute': svg('<path d="M0 0" style="fill:url(https://x.example)"/>'),
    'an animation': svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
    'a name of another namespace': svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>'),
    'another namespace': '<svg xmlns="http://www.w3.org/1999/xhtml"/>',
    'an entity': `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<title>&a;</title>')}`,
    'a CDATA section': svg('<title><![CDATA[<script>]]></title>'),
    'a processing instruction': svg('<?xml-stylesheet href="https://x.example/a.css"?>'),
    'a hidden reference': svg('<path d="M0 0" fill="&#117;rl(https://x.example)"/>'),
    'no XML': '<svg><path></svg>',
    'two drawings': `${svg('')}${svg('')}`,
    'no drawing': '<html/>',
    'too much': svg(`<path d="${'M0 0'.repeat(10_000)}"/>`),
  }))
    it(`is refused with ${what} in it`, () => assert.notEqual(problems(source), ''));
});
