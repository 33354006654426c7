import simplifiedForms from 'opencc-js/dict/TSCharacters';

/** From each traditional character that has another simplified form to that form; the table is OpenCC's. */
export const toSimplified: ReadonlyMap<string, string> = new Map(
  simplifiedForms.split('|').map((pair) => {
    const [traditional = '', simple = ''] = pair.split(' ');
    return [traditional, simple];
  }),
);

/** The text in simplified characters, one for one, so that one corpus teaches both scripts. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => toSimplified.get(character) ?? character);
}
