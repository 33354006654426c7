/** One series of a plot. */
export type Line = { name: string; colour: string; points: readonly (readonly [x: number, y: number])[] };

const [width, height, left, right, bottom, top] = [720, 320, 64, 28, 48, 36];
/** Of so few points each is to be seen. */
const marked = 20;

/** A plot of a few lines as SVG, from zero on; it needs no script, font or style sheet. */
export function linePlot({
  title,
  x,
  y,
  lines,
}: {
  title: string;
  x: string;
  y: string;
  lines: readonly Line[];
}): string {
  const points = lines.flatMap((line) => line.points);
  const [mostX, mostY] = [
    rounded(Math.max(...points.map(([at]) => at))),
    rounded(Math.max(...points.map(([, at]) => at))),
  ];
  const placeX = (at: number) => (left + (at / mostX) * (width - left - right)).toFixed(1);
  const placeY = (at: number) => (height - bottom - (at / mostY) * (height - bottom - top)).toFixed(1);
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const text = (at: { x: string | number; y: string | number; anchor?: string }, words: string) =>
    `<text x="${at.x}" y="${at.y}" text-anchor="${at.anchor ?? 'middle'}">${words}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text({ x: left, y: 20, anchor: 'start' }, title),
    ...steps.flatMap((step) => [
      `<path d="M${left} ${placeY(step * mostY)}H${width - right}" stroke="#ddd"/>`,
      text({ x: left - 8, y: Number(placeY(step * mostY)) + 4, anchor: 'end' }, count(step * mostY)),
      text({ x: placeX(step * mostX), y: height - bottom + 16 }, count(step * mostX)),
    ]),
    text({ x: (left + width) / 2, y: height - 12 }, `${x}; ${y}`),
    ...lines.map(
      ({ colour, points: its }) =>
        `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${its.map(([atX, atY]) => `${placeX(atX)},${placeY(atY)}`).join(' ')}"/>`,
    ),
    ...lines.flatMap(({ colour, points: its }) =>
      (its.length > marked ? [] : its).map(
        ([atX, atY]) => `<circle fill="${colour}" r="3" cx="${placeX(atX)}" cy="${placeY(atY)}"/>`,
      ),
    ),
    ...lines.map(({ name, colour }, place) =>
      text({ x: width - right, y: 20 + place * 14, anchor: 'end' }, name).replace(
        '<text',
        `<text fill="${colour}"`,
      ),
    ),
    '</svg>\n',
  ].join('\n');
}

const count = (number: number) => number.toLocaleString('en');

/** Up to two digits and zeros, so that the steps are round. */
function rounded(most: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1) * 4;
  return Math.max(unit, Math.ceil(most / unit) * unit);
}
