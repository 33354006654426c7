import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';

/** The largest drawing in bytes; a logo needs a few kilobytes. */
export const largestDrawing = 32_768;

/**
 * The allowed elements: shapes and their paints. Text, styles, links, pictures and everything that runs or loads are
 * not allowed.
 */
const elements = [
  ...[
    'svg',
    'g',
    'defs',
    'title',
    'desc',
    'path',
    'rect',
    'circle',
    'ellipse',
    'line',
    'polyline',
    'polygon',
  ],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask'],
];
const attributes = [
  ...['xmlns', 'viewBox', 'width', 'height', 'preserveAspectRatio', 'version', 'role', 'aria-label', 'id'],
  ...['d', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'points', 'transform'],
  ...['fill', 'fill-rule', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'],
  ...['stroke-miterlimit', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'clip-rule', 'clip-path', 'mask'],
  ...['offset', 'stop-color', 'stop-opacity', 'gradientUnits', 'gradientTransform', 'spreadMethod'],
  ...['clipPathUnits', 'maskUnits'],
];

/** The allowed values: colours, numbers, paths, and a reference to a paint in the same drawing. */
const value = /^(?:url\(#[\w-]+\)|[\w\s.,#%()+/-]*)$/;
const outside = /(?:url|src|image)\s*\(|javascript|data:|&|</i;

const reading = {
  preserveOrder: true,
  ignoreAttributes: false,
  processEntities: false,
  parseTagValue: false,
};

/**
 * Reads an SVG that only draws shapes, and writes it anew from the parsed form, so that no browser can read it
 * differently.
 * @returns the SVG, or what it must not contain
 */
export function checkedDrawing(source: string): { svg: string } | { problems: string[] } {
  if (Buffer.byteLength(source) > largestDrawing)
    return { problems: [`is longer than ${largestDrawing} bytes`] };
  if (/<!(?!--)/.test(source)) return { problems: ['has a document type, a CDATA section or an entity'] };
  const valid = XMLValidator.validate(source);
  if (valid !== true) return { problems: [`is no XML: ${valid.err.msg}`] };
  const drawn: Node[] = new XMLParser(reading).parse(source.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, ''));
  const problems = new Set(drawn.flatMap(problemsOf));
  if (
    drawn
      .filter((node) => nameOf(node) !== '#text')
      .map(nameOf)
      .join() !== 'svg'
  )
    problems.add('is not one svg element');
  if (problems.size > 0) return { problems: [...problems] };
  return { svg: String(new XMLBuilder(reading).build(drawn)) };
}

/** A node as the parser gives it: one key with its name, and `:@` with its attributes. */
type Node = Record<string, unknown>;

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function problemsOf(node: Node): string[] {
  const name = nameOf(node);
  if (name === '#text') return [];
  if (!elements.includes(name)) return [`has an element that is not allowed: ${name.slice(0, 40)}`];
  const inner = node[name];
  return [
    ...Object.entries((node[':@'] ?? {}) as Record<string, unknown>).flatMap(([key, given]) =>
      attributeProblems(name, key.replace(/^@_/, ''), String(given)),
    ),
    ...(Array.isArray(inner) ? inner.flatMap(problemsOf) : []),
  ];
}

function attributeProblems(element: string, name: string, given: string): string[] {
  const named = `${element} ${name.slice(0, 40)}`;
  if (!attributes.includes(name)) return [`has an attribute that is not allowed: ${named}`];
  if (name === 'xmlns')
    return given === 'http://www.w3.org/2000/svg' ? [] : [`is of another namespace: ${named}`];
  if (name === 'aria-label') return outside.test(given) ? [`refers outside itself: ${named}`] : [];
  if (/^url\(#[\w-]+\)$/.test(given)) return [];
  return outside.test(given) || !value.test(given) ? [`refers outside itself: ${named}`] : [];
}
