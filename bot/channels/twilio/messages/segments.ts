/**
 * How an SMS is charged (3GPP TS 23.038): 160 characters of the GSM alphabet or 70 of UCS-2 in one segment, and of a
 * longer message 153 or 67 in each.
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** These count twice. */
const extended = '\f^{}\\[~]|€';
const alphabet = new Set([...basic, ...extended]);
const twice = new Set(extended);

function isGsm(text: string): boolean {
  return [...text].every((sign) => alphabet.has(sign));
}

/** How many segments an SMS with this text has. */
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

/** One curly quote makes three segments of one: where plain signs bring a text into the GSM alphabet, it gets them. */
export function withPlainSigns(text: string): string {
  const plain = text.replace(/[“”‘’…–—]/g, (sign) => plainSigns[sign] ?? sign);
  return isGsm(plain) ? plain : text;
}
