import { createCipheriv, createDecipheriv } from 'node:crypto';
import * as z from 'zod';
import { initializationVector } from '../../kit/initializationVector.ts';
import { cipherSuites, suiteName, suiteNamed, suiteOfNow } from '../contract/cipherSuites.ts';
import { KeyRingFile, unusable } from './keyRingFile.ts';

/** The way to read and write the content of a key file: plain, or closed with a key that a keeper holds. */
export type KeyFileForm = {
  /** @throws UnfreezeError `keysUnusable` */
  read(file: string, content: unknown): KeyRingFile;
  /** @returns the object that is written as JSON */
  written(keys: KeyRingFile): object;
};

/** A closed key file. `wrapped` is the key that closes the file, itself closed by the keeper. */
export const ClosedKeyFile = z.strictObject({
  version: z.literal(1),
  purpose: z.enum(['development', 'production']),
  keeper: z.strictObject({ kind: z.literal('transit'), wrapped: z.string().min(1).max(4096) }),
  sealed: z.strictObject({
    suite: z.string().regex(suiteName),
    iv: z.base64url(),
    tag: z.base64url(),
    text: z.base64url(),
  }),
});
export type ClosedKeyFile = z.infer<typeof ClosedKeyFile>;

/** Whether a content is that of a closed key file, even a faulty one. */
export const isClosed = (content: unknown): boolean => Object.hasOwn(Object(content), 'keeper');

export const plainForm: KeyFileForm = {
  read(file, content) {
    if (isClosed(content))
      throw unusable(file, 'a transit service holds its key: KEYS_TRANSIT_URL must name that service');
    return keysIn(file, content);
  },
  written: (keys) => keys,
};

/**
 * @param wrapped `fileKey` as the keeper closed it. Where the file has another wrapping of the same key, that one is
 * kept from then on.
 */
export function closedForm({ fileKey, wrapped }: { fileKey: Buffer; wrapped: string }): KeyFileForm {
  let keeper = { kind: 'transit' as const, wrapped };
  return {
    read(file, content) {
      if (!isClosed(content))
        throw unusable(file, 'it is not closed: `npx thawline keys wrap` lets the transit service close it');
      const closed = ClosedKeyFile.safeParse(content);
      if (!closed.success) throw unusable(file, 'it is closed, and damaged');
      const keys = keysIn(file, opened(file, closed.data, fileKey));
      keeper = closed.data.keeper;
      return keys;
    },
    written(keys) {
      const iv = initializationVector();
      const cipher = createCipheriv(cipherSuites[suiteOfNow].field, fileKey, iv).setAAD(boundTo(keys));
      const text = Buffer.concat([cipher.update(JSON.stringify(keys), 'utf8'), cipher.final()]);
      const parts = { iv, tag: cipher.getAuthTag(), text };
      const encoded = Object.entries(parts).map(([name, part]) => [name, part.toString('base64url')]);
      const sealed = { suite: suiteOfNow, ...Object.fromEntries(encoded) };
      return { version: 1, purpose: keys.purpose, keeper, sealed } satisfies ClosedKeyFile;
    },
  };
}

function opened(file: string, { purpose, sealed }: ClosedKeyFile, fileKey: Buffer): unknown {
  const [iv, tag, text] = [sealed.iv, sealed.tag, sealed.text].map((part) => Buffer.from(part, 'base64url'));
  const { field } = suiteNamed(sealed.suite);
  try {
    const decipher = createDecipheriv(field, fileKey, iv ?? Buffer.alloc(0), { authTagLength: 16 })
      .setAAD(boundTo({ purpose }))
      .setAuthTag(tag ?? Buffer.alloc(0));
    return JSON.parse(Buffer.concat([decipher.update(text ?? Buffer.alloc(0)), decipher.final()]).toString());
  } catch {
    throw unusable(
      file,
      'it was changed, or closed with another key than the one that this process was given',
    );
  }
}

const boundTo = ({ purpose }: Pick<KeyRingFile, 'purpose'>) => Buffer.from(`key file\0${purpose}`);

function keysIn(file: string, content: unknown): KeyRingFile {
  const parsed = KeyRingFile.safeParse(content);
  if (parsed.success) return parsed.data;
  const broken = parsed.error.issues.map(({ path, code }) => `${path.join('.') || 'the file'}: ${code}`);
  throw unusable(file, broken.join('; '));
}
