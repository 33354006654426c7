import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { woffToSfnt } from './woffToSfnt.ts';

const { resolve } = createRequire(import.meta.url);

const fonts = [
  ['roboto', 'latin'],
  ['noto-sans-sc', 'chinese-simplified'],
  ['noto-sans-tc', 'chinese-traditional'],
] as const;

/**
 * A fontconfig file that adds fonts of the packages to the machine's own; without them a browser on
 * a bare machine draws boxes. Chromium takes no packed fonts from there, so they are unpacked first, once.
 */
export function fontsConfiguration(): string {
  const folder = join(tmpdir(), `thawline-fonts-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of fonts) {
    const files = join(dirname(resolve(`@fontsource/${name}/package.json`)), 'files');
    for (const weight of [400, 700]) {
      const file = `${name}-${script}-${weight}-normal`;
      const font = join(folder, `${file}.ttf`);
      if (!existsSync(font)) writeWhole(font, woffToSfnt(readFileSync(join(files, `${file}.woff`))));
    }
  }
  const configuration = join(folder, 'fonts.conf');
  if (!existsSync(configuration)) {
    writeWhole(
      configuration,
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${folder}</dir>
<cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`,
    );
  }
  return configuration;
}

/** Test files start side by side: none may read what another one has half written. */
function writeWhole(file: string, content: string | Buffer): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}
