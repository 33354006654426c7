import * as z from 'zod';
import type { Encoding } from './asset.ts';

const Hash = z.string().regex(/^[\w-]{43}$/);
const Path = z.string().regex(/^[\w@-][\w@.-]*(\/[\w@-][\w@.-]*)*$/);
const FileName = z.string().regex(/^[\w-][\w.-]*$/);

/**
 * The manifest of the built pages: the files of each page, and the sources that it was built from. Hashes are SHA-256
 * in base64url. `sources` are paths from the root of the project; `stored` is the name of a file beside the manifest,
 * to which `.br` or `.gzip` is added.
 */
export const Manifest = z.object({
  sources: z.record(Path, Hash),
  pages: z.record(
    z.string(),
    z.object({
      folder: z.string(),
      files: z.record(
        z.string(),
        z.object({
          contentType: z.string(),
          stored: FileName,
          hashes: z.object({ identity: Hash, br: Hash, gzip: Hash }),
        }),
      ),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

export const pagesManifestFile = 'manifest.json';

/** The name of the file with this encoding. @param stored the name in the manifest */
export function storedAs(stored: string, encoding: Encoding): string {
  return encoding === 'identity' ? stored : `${stored}.${encoding}`;
}
