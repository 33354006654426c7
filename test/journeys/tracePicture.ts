import type { SentSpan } from './collector.ts';

const width = 900;
const row = 22;
const names = 380;
const colours: Readonly<Record<string, string>> = {
  'thawline bot': '#1f6feb',
  'thawline processor': '#b35900',
};

/** The spans of one trace in the order in which they began, each under the one that it is a part of. */
function inOrder(spans: readonly SentSpan[]): { span: SentSpan; depth: number }[] {
  const ids = new Set(spans.map(({ id }) => id));
  const of = (parent: SentSpan | undefined) =>
    spans
      .filter((span) => (parent ? span.parent === parent.id : !ids.has(span.parent)))
      .toSorted((one, other) => one.from - other.from);
  const under = (parent: SentSpan | undefined, depth: number): { span: SentSpan; depth: number }[] =>
    of(parent).flatMap((span) => [{ span, depth }, ...under(span, depth + 1)]);
  return under(undefined, 0);
}

/** One trace as a picture: a line a span, from its beginning to its end. */
export function tracePicture(title: string, spans: readonly SentSpan[]): string {
  const rows = inOrder(spans);
  const begin = Math.min(...spans.map(({ from }) => from));
  const end = Math.max(...spans.map(({ to }) => to));
  const at = (time: number) => names + ((time - begin) / (end - begin)) * (width - names - 70);
  const lines = rows.map(({ span, depth }, place) => {
    const y = 46 + place * row;
    const [x, long] = [at(span.from), Math.max(2, at(span.to) - at(span.from))];
    const colour = colours[span.service] ?? '#57606a';
    return [
      `<text x="${8 + depth * 12}" y="${y + 11}">${escaped(span.name)}</text>`,
      `<rect x="${x.toFixed(1)}" y="${y}" width="${long.toFixed(1)}" height="14" rx="2" fill="${colour}"/>`,
      `<text x="${(x + long + 5).toFixed(1)}" y="${y + 11}" class="ms">${(span.to - span.from).toFixed(1)} ms</text>`,
    ].join('\n');
  });
  const height = 60 + rows.length * row;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<style>text { font: 12px sans-serif; fill: #24292f } .ms { fill: #57606a; font-size: 11px } .head { font-weight: bold }</style>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="8" y="20" class="head">${escaped(title)}</text>
<text x="8" y="36" class="ms">blue: the bot, orange: the bank’s side; each under the span that it is a part of</text>
${lines.join('\n')}
</svg>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
