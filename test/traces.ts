/**
 * Which of the secrets show in a text or in bytes: in plain, base64 or base64url at every alignment, hex, UTF-16,
 * or backwards. In plain a secret counts where no letter or digit goes on with it, so that a moment or a random id
 * is not taken for a password of six digits.
 */
export function tracesIn(content: string | Buffer, secrets: Iterable<string>): string[] {
  const bytes = Buffer.from(content);
  const all = [...secrets];
  const byStart = new Map<number, Form[]>();
  for (const form of all.flatMap(formsOf)) {
    const start = form.bytes.readUIntBE(0, 3);
    byStart.set(start, [...(byStart.get(start) ?? []), form]);
  }
  const found = new Set<string>();
  for (const position of positionsOf(byStart, bytes)) {
    for (const form of byStart.get(bytes.readUIntBE(position, 3)) ?? []) {
      if (shows(form, bytes, position)) found.add(form.secret);
    }
  }
  return all.filter((secret) => found.has(secret));
}

/** How a secret may show. `alone` is where no letter or digit goes on with it. */
type Form = { secret: string; bytes: Buffer; alone: boolean };

/** Where three bytes stand that a form begins with: one look at each byte, however many forms there are. */
function* positionsOf(byStart: ReadonlyMap<number, unknown>, bytes: Buffer): Generator<number> {
  const begins = beginnings(byStart, bytes.length);
  let last = 0;
  for (let index = 0; index < bytes.length; index++) {
    last = ((last << 8) | (bytes[index] ?? 0)) & 0xffffff;
    if (index >= 2 && begins(last)) yield index - 2;
  }
}

/** Of a whole database every byte is looked at: a table is worth its 16 MB there, and nowhere else. */
function beginnings(byStart: ReadonlyMap<number, unknown>, length: number): (start: number) => boolean {
  if (length < 1_000_000) return (start) => byStart.has(start);
  const table = new Uint8Array(1 << 24);
  for (const start of byStart.keys()) table[start] = 1;
  return (start) => table[start] === 1;
}

function shows({ bytes: form, alone }: Form, bytes: Buffer, position: number): boolean {
  const end = position + form.length;
  if (bytes.compare(form, 0, form.length, position, Math.min(end, bytes.length)) !== 0) return false;
  const around = String.fromCharCode(bytes[position - 1] ?? 0, bytes[end] ?? 0);
  return !alone || !/[0-9A-Za-z]/.test(around);
}

/** The same few secrets are looked for again and again. */
const known = new Map<string, Form[]>();

function formsOf(secret: string): Form[] {
  const forms = known.get(secret) ?? formsAnew(secret);
  known.set(secret, forms);
  return forms;
}

function formsAnew(secret: string): Form[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const anywhere = [
    ...[0, 1, 2].map((shift) => base64Within(bytes, shift)),
    encodeURIComponent(secret).replace(/^[^%]*$/, ''),
    hex,
    hex.toUpperCase(),
  ].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
  return [
    ...[secret, [...secret].reverse().join('')].map((form) => ({
      secret,
      bytes: Buffer.from(form),
      alone: true,
    })),
    ...anywhere
      .filter((form) => form !== '')
      .map((form) => ({ secret, bytes: Buffer.from(form), alone: false })),
    { secret, bytes: Buffer.from(secret, 'utf16le'), alone: false },
  ];
}

/** The characters of a base64 text that depend on these bytes alone, where `shift` bytes stand before them. */
function base64Within(bytes: Buffer, shift: number): string {
  const shifted = Buffer.concat([Buffer.alloc(shift), bytes]);
  const text = shifted.toString('base64').replace(/=+$/, '');
  const whole = Math.floor((shifted.length * 4) / 3);
  return text.slice(Math.ceil((shift * 4) / 3), whole);
}
