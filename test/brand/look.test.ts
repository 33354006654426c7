import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lookOf, styleOf, unreadable } from '../../brand/look.ts';
import { contrast } from '../../kit/colour.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('the look of a brand', () => {
  it('is readable in all that is computed, wherever what was given is (WCAG 2.2, 1.4.3)', () => {
    fc.assert(
      fc.property(colour, colour, colour, colour, (header, action, ground, ink) => {
        const look = lookOf({ colours: { header, action, ground, ink } });
        assert.ok(contrast(look.onHeader.padEnd(7, look.onHeader.at(-1)), look.header) >= 4.5);
        fc.pre(unreadable(look).length === 0);
        for (const on of [look.ground, '#ffffff']) {
          assert.ok(contrast(look.quiet, on) >= 4.5, `${look.quiet} on ${on}`);
          assert.ok(contrast(look.actionStrong, on) >= 4.5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is custom properties and nothing else', () => {
    const look = lookOf({ colours: { header: '#5b1a4e' }, corners: 4, fonts: ['Georgia'] });
    assert.equal(
      styleOf(look),
      ':root{--header:#5b1a4e;--on-header:#fff;--blue:#5b1a4e;--blue-strong:#44143b;--ground:#eef2f5;--ink:#1b2733;' +
        `--quiet:${look.quiet};--corner:4px;--fonts:"Georgia"}` +
        '@media (prefers-color-scheme:dark){:root{--blue:#ad8da7;--blue-strong:#c2aabd;--on-blue:#000;' +
        '--ground:#0f161c;--ink:#e6edf3;--quiet:#a9b6c2}}',
    );
  });

  it('has an action that reads at night too, whatever the bank has chosen', () => {
    fc.assert(
      fc.property(colour, (action) => {
        const { dark } = lookOf({ colours: { header: action } });
        for (const paper of ['#1a242d', '#0f161c'])
          assert.ok(contrast(dark.action, paper) >= 4.5, dark.action);
        assert.ok(contrast(dark.action, dark.onAction === '#000' ? '#000000' : '#ffffff') >= 4.5);
      }),
      { numRuns: 300 },
    );
  });
});
