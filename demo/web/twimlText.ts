/** A TwiML document with a line for each verb, as one reads it. */
export function twimlText(document: string): string {
  const parsed = new DOMParser().parseFromString(document, 'text/xml');
  const root = parsed.documentElement;
  return root.nodeName === 'Response' ? lines(root, '').join('\n') : document;
}

/** Inside these every word counts, so that they stay in one line. */
const whole = ['Say', 'Redirect', 'Number', 'Play'];

function lines(element: globalThis.Element, indent: string): string[] {
  const text = new XMLSerializer().serializeToString(element);
  const inner = [...element.children];
  if (whole.includes(element.nodeName) || inner.length === 0) return [indent + text];
  const opening = text.slice(0, text.indexOf('>') + 1);
  return [
    indent + opening,
    ...inner.flatMap((child) => lines(child, `${indent}  `)),
    `${indent}</${element.nodeName}>`,
  ];
}
