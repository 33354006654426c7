/**
 * Which of the secrets show in a text or in bytes: in plain, base64 or base64url at every alignment, hex, UTF-16,
 * or backwards. In plain a secret counts where no letter or digit goes on with it, so that a moment or a random id
 * is not taken for a password of six digits.
 */
export function tracesIn(content: string | Buffer, secrets: Iterable<string>): string[] {
  const text = typeof content === 'string' ? content : content.toString('latin1');
  return [...secrets].filter((secret) => formsOf(secret).some((form) => form.test(text)));
}

/** The same few secrets are looked for again and again. */
const known = new Map<string, RegExp[]>();

function formsOf(secret: string): RegExp[] {
  const forms = known.get(secret) ?? formsAnew(secret);
  known.set(secret, forms);
  return forms;
}

function formsAnew(secret: string): RegExp[] {
  const bytes = Buffer.from(secret);
  const latin1 = (buffer: Buffer) => buffer.toString('latin1');
  const alone = [secret, [...secret].reverse().join(''), latin1(bytes)];
  const anywhere = [
    ...[0, 1, 2].map((shift) => base64Within(bytes, shift)),
    latin1(Buffer.from(secret, 'utf16le')),
    encodeURIComponent(secret).replace(/^[^%]*$/, ''),
  ].filter((form) => form !== '');
  return [
    ...alone.map((form) => new RegExp(`(?<![0-9A-Za-z])${RegExp.escape(form)}(?![0-9A-Za-z])`)),
    ...anywhere.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]).map(literal),
    new RegExp(bytes.toString('hex'), 'i'),
  ];
}

function literal(form: string): RegExp {
  return new RegExp(RegExp.escape(form));
}

/** The characters of a base64 text that depend on these bytes alone, where `shift` bytes stand before them. */
function base64Within(bytes: Buffer, shift: number): string {
  const shifted = Buffer.concat([Buffer.alloc(shift), bytes]);
  const text = shifted.toString('base64').replace(/=+$/, '');
  const whole = Math.floor((shifted.length * 4) / 3);
  return text.slice(Math.ceil((shift * 4) / 3), whole);
}
