/**
 * One form for what people type: full-width letters and digits become ASCII (Unicode NFKC), and the
 * spaces, dashes and invisible characters that come with copying and dictating are taken out.
 */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}\u00b7.]/gu, '');
}
