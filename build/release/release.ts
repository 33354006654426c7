import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { parse } from '../../kit/parse.ts';
import { integrationPackage } from './integration.ts';
import { billOfMaterials } from './materials.ts';
import { noticeOf } from './notice.ts';
import { ran } from './ran.ts';
import { signatureFile, signedSums, signingKey, sumsFile, sumsOf } from './sums.ts';

const Manifest = z.object({ name: z.string(), version: z.string() });

/**
 * Writes a release of a checkout's commit: its files as an archive, the bill of materials (CycloneDX), the licence
 * notice, the package for a bank's own programs, the hashes of all four, and their signature. The same commit always gives the same bytes.
 * @param keyFile a private key of Ed25519 in PEM @returns the names of the files
 * @throws UnfreezeError `settingsInvalid`
 */
export async function release(root: string, folder: string, keyFile: string): Promise<string[]> {
  const key = signingKey(keyFile);
  const left = String(await ran('git', ['status', '--porcelain'], root)).trim();
  if (left) throw new UnfreezeError('settingsInvalid', `uncommitted changes:\n${left}`);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new UnfreezeError('settingsInvalid', `${folder} is not empty`);
  const { name, version } = parse(Manifest, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const title = `${name}-${version}`;
  const at = new Date(String(await ran('git', ['log', '-1', '--format=%cI'], root)).trim());
  const tree = await ran('git', ['archive', '--format=tar', `--prefix=${title}/`, 'HEAD'], root);
  const files = new Map([
    // The archive holds no time of its own, as with `gzip --no-name`.
    [`${title}.tar.gz`, gzipSync(tree, { level: 9 })],
    [`${title}.cdx.json`, Buffer.from(await billOfMaterials(root, { name, at }))],
    [`${title}.NOTICE.md`, Buffer.from(noticeOf(root))],
    [`${name}-integration-${version}.tgz`, await integrationPackage(root)],
  ]);
  const sums = sumsOf(files);
  files.set(sumsFile, Buffer.from(sums)).set(signatureFile, Buffer.from(signedSums(sums, key)));
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
  return [...files.keys()];
}
