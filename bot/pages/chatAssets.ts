import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Asset } from '../../kit/pages/asset.ts';
import { bundle } from '../../kit/pages/bundle.ts';
import { seconds } from '../../kit/time.ts';

const { resolve } = createRequire(import.meta.url);
const contentTypes = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The files of the chat page; its scripts in the order in which they must run. */
export type ChatAssets = { scripts: Asset[]; style: Asset; icon: Asset };

/** Whoever opens a service that has just started needs its cores for the chat; seconds of compressing can wait. */
const calmAfter = 30 * seconds;

/** Reads the libraries and bundles the page: a quarter of a second, once. */
export async function loadChatAssets({ thorough }: { thorough: boolean }): Promise<ChatAssets> {
  const thoroughAfter = thorough ? calmAfter : undefined;
  const file = async (name: string, from: string) =>
    new Asset(name, await readFile(from), { contentType: contentTypes.js, thoroughAfter });
  const folder = (name: string) => dirname(resolve(`${name}/package.json`));
  const [{ script, style }, icon, ...libraries] = await Promise.all([
    bundle('web/chat'),
    readFile(new URL('../../web/chat/icon.svg', import.meta.url)),
    file('react.js', join(folder('react'), 'umd/react.production.min.js')),
    file('react-dom.js', join(folder('react-dom'), 'umd/react-dom.production.min.js')),
    // Web Chat's package does not let its package.json be resolved; its main file lies in lib/.
    file('webchat.js', join(dirname(resolve('botframework-webchat')), '../dist/webchat-minimal.js')),
  ]);
  const asset = (name: string, content: Uint8Array, type: keyof typeof contentTypes) =>
    new Asset(name, content, { contentType: contentTypes[type], thoroughAfter });
  return {
    scripts: [...libraries, asset('chat.js', script, 'js')],
    style: asset('chat.css', style, 'css'),
    icon: asset('icon.svg', icon, 'svg'),
  };
}
