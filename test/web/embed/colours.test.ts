import assert from 'node:assert/strict';
import fc from 'fast-check';
import { colours } from '../../../web/embed/colours.ts';

describe('the colours of the chat button', () => {
  it('are those that were asked for, with an ink that can be read on them', () => {
    assert.deepEqual(colours('#ffcc00', '#0b3d5c'), { ground: '#ffcc00', ink: '#000' });
    assert.deepEqual(colours('#7A1F2B', '#0b3d5c'), { ground: '#7A1F2B', ink: '#fff' });
  });

  it('are the bank’s own for anything else', () => {
    for (const asked of [null, '', 'red', '#fff', '#12345g', 'url(https://evil.example)', '#0b3d5c;x']) {
      assert.deepEqual(colours(asked, '#0b3d5c'), { ground: '#0b3d5c', ink: '#fff' });
    }
  });

  it('have a contrast of 4.5 to 1 or more, whatever was asked for (WCAG 2.2, 1.4.3)', () => {
    const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const asked = `#${number.toString(16).padStart(6, '0')}`;
        const [red, green, blue] = [number >> 16, (number >> 8) & 255, number & 255].map((one) =>
          channel(one / 255),
        ) as [number, number, number];
        const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        const { ink } = colours(asked, '#0b3d5c');
        const contrast = ink === '#fff' ? 1.05 / (luminance + 0.05) : (luminance + 0.05) / 0.05;
        assert.ok(contrast >= 4.5, `${asked} ${contrast}`);
      }),
    );
  });
});
