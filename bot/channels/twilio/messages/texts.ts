/** The longest message in characters: people read it on a small screen, and longer ones cost more. */
export const longestMessage = 320;

/**
 * Joins the parts of a reply into as few messages as possible, in order. Only a part that is too long for one message
 * is cut, at the end of a sentence if possible, otherwise of a word.
 */
export function joined(parts: readonly string[]): string[] {
  const messages: string[] = [];
  for (const part of parts.flatMap((each) => pieces(each))) {
    const last = messages.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= longestMessage) {
      messages[messages.length - 1] = `${last}\n${part}`;
    } else messages.push(part);
  }
  return messages;
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function pieces(part: string): string[] {
  const text = part.trim();
  if (text.length <= longestMessage) return text === '' ? [] : [text];
  return packed(text, [sentences, words, signs]).map((piece) => piece.trim());
}

/** Cuts a text into pieces that fit, with the first segmenter that can do it. */
function packed(text: string, [segmenter, ...finer]: readonly Intl.Segmenter[]): string[] {
  if (text.length <= longestMessage) return [text];
  if (segmenter === undefined)
    return [text.slice(0, longestMessage), ...packed(text.slice(longestMessage), [])];
  const packs: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    for (const piece of packed(segment, finer)) {
      const last = packs.at(-1);
      if (last !== undefined && last.length + piece.length <= longestMessage) {
        packs[packs.length - 1] = last + piece;
      } else packs.push(piece);
    }
  }
  return packs;
}
