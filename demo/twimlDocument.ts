import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of a TwiML document; `text` is a child too. */
export type Element = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Node[];
};
type Node = Element | string;

const attributesKey = ':@';
const textKey = '#text';
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

/** Reads a TwiML document. @throws Error where it is not one `<Response>` in well-formed XML */
export function readTwiml(document: string): Element {
  const valid = XMLValidator.validate(document);
  if (valid !== true) throw new Error(`not well-formed: ${valid.err.msg}`);
  const roots = nodesOf(parser.parse(document)).filter((node) => typeof node !== 'string');
  const [root] = roots.filter(({ name }) => !name.startsWith('?'));
  if (root?.name !== 'Response') throw new Error('no <Response>');
  return root;
}

/** All words in an element, in their order. */
export function wordsOf(element: Element): string {
  return element.children.map((node) => (typeof node === 'string' ? node : wordsOf(node))).join('');
}

export function elementsOf({ children }: Element): Element[] {
  return children.filter((node) => typeof node !== 'string');
}

/** The parser's own form: objects with one key for the element's name, and one for its attributes. */
function nodesOf(parsed: unknown): Node[] {
  return (parsed as Record<string, unknown>[]).map((node) => {
    if (textKey in node) return String(node[textKey]);
    const [name = ''] = Object.keys(node).filter((key) => key !== attributesKey);
    const attributes = (node[attributesKey] ?? {}) as Record<string, string>;
    return { name, attributes, children: nodesOf(node[name]) };
  });
}
