import { createHash } from 'node:crypto';
import { type Asset, compressed } from '../kit/pages/asset.ts';
import type { PageFiles } from '../kit/pages/builtPages.ts';
import type { Brand } from './brand.ts';

/** Brotli's quality for files that are compressed once, at a start. */
const quality = 9;

/** Adds the bank's own icon, and its logos if it has any, to the files of a page. */
export function brandedFiles(
  { logo, logoDark, icon }: Brand,
  folder: string,
): (files: PageFiles) => PageFiles {
  const own = {
    ...(icon !== undefined && { 'icon.svg': drawn(folder, 'icon', icon) }),
    ...(logo !== undefined && { 'logo.svg': drawn(folder, 'logo', logo) }),
    ...(logoDark !== undefined && { 'logoDark.svg': drawn(folder, 'logoDark', logoDark) }),
  };
  return (files) => ({ ...files, ...own });
}

function drawn(folder: string, name: string, svg: string): Asset {
  const content = Buffer.from(svg);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return {
    path: `${folder}/${name}.${hash}.svg`,
    hash,
    contentType: 'image/svg+xml',
    encoded: compressed(content, quality),
  };
}
