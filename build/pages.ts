import { phoneAddresses } from '../demo/contract/phoneAddresses.ts';
import { secureFormAddresses } from '../services/contract/secureFormAddresses.ts';

/** What is served at which address, and what it is made of; paths are from the root of the project. */
type Page = {
  /** Where its files are served. */
  folder: string;
  /** Bundled with what they import, by the name that they are served as. */
  bundled: Readonly<Record<string, string>>;
  /** Taken as they are. */
  copied: Readonly<Record<string, string>>;
};

const icon = { 'icon.svg': 'web/chat/icon.svg' };

/** Every page. */
export const pages: Readonly<Record<string, Page>> = {
  chat: {
    folder: '/assets',
    bundled: { 'chat.js': 'web/chat/main.tsx', 'chat.css': 'web/chat/page.css' },
    copied: icon,
  },
  desk: {
    folder: '/desk/assets',
    bundled: { 'desk.js': 'web/desk/main.ts', 'desk.css': 'web/desk/page.css' },
    copied: icon,
  },
  embed: { folder: '', bundled: { 'embed.js': 'web/embed/main.ts' }, copied: {} },
  secureForm: {
    folder: secureFormAddresses.assets,
    bundled: { 'secure.js': 'web/secure/main.ts', 'secure.css': 'web/secure/page.css' },
    copied: icon,
  },
  telephone: {
    folder: phoneAddresses.assets,
    bundled: { 'phone.js': 'demo/web/main.ts', 'phone.css': 'demo/web/page.css' },
    copied: icon,
  },
};

/**
 * What packages of the pages ask for and no page needs: another protocol of Direct Line's client, and what every browser that
 * can seal has by itself. Taken out it saves half of that client.
 */
export const leftOut: readonly string[] = [
  'botframework-streaming',
  'buffer',
  'core-js/features/promise',
  'cross-fetch',
  'url-search-params-polyfill',
];
