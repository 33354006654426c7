/**
 * The GSM alphabet. An SMS in it has 160 characters in one segment and 153 in each of several; in UCS-2 it has 70 and
 * 67 (3GPP TS 23.038).
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** The characters of the GSM alphabet that count twice. */
const extended = '\f^{}\\[~]|€';
const alphabet = new Set([...basic, ...extended]);
const twice = new Set(extended);

function isGsm(text: string): boolean {
  return [...text].every((sign) => alphabet.has(sign));
}

/** The number of segments of an SMS with this text. */
export function segments(text: string): number {
  const gsm = isGsm(text);
  const length = gsm ? [...text].reduce((sum, sign) => sum + (twice.has(sign) ? 2 : 1), 0) : text.length;
  const [one, each] = gsm ? [160, 153] : [70, 67];
  return length <= one ? 1 : Math.ceil(length / each);
}

const plainSigns: Record<string, string> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '–': '-',
  '—': '-',
};

/**
 * Replaces typographic signs, such as curly quotes, where that brings the text into the GSM alphabet; a single one of
 * them can turn one segment into three.
 */
export function withPlainSigns(text: string): string {
  const plain = text.replace(/[“”‘’…–—]/g, (sign) => plainSigns[sign] ?? sign);
  return isGsm(plain) ? plain : text;
}
