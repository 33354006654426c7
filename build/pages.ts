import { phoneAddresses } from '../demo/contract/phoneAddresses.ts';
import { operatorAddresses } from '../services/contract/operatorAddresses.ts';
import { secureFormAddresses } from '../services/contract/secureFormAddresses.ts';

/** A page: the address of its files and their sources, as paths from the root of the project. */
type Page = {
  /** The folder of its files in addresses. */
  folder: string;
  /** Files that are bundled with their imports, by the names that they are served under. */
  bundled: Readonly<Record<string, string>>;
  /** Files that are copied unchanged. */
  copied: Readonly<Record<string, string>>;
};

const icon = { 'icon.svg': 'web/chat/icon.svg' };

/** Every page. */
export const pages: Readonly<Record<string, Page>> = {
  chat: {
    folder: '/assets',
    bundled: {
      'early.js': 'web/chat/early.ts',
      'chat.js': 'web/chat/main.tsx',
      'chat.css': 'web/chat/page.css',
    },
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
  operator: {
    folder: operatorAddresses.assets,
    bundled: { 'operator.js': 'web/operator/main.tsx', 'operator.css': 'web/operator/page.css' },
    copied: icon,
  },
  telephone: {
    folder: phoneAddresses.assets,
    bundled: { 'phone.js': 'demo/web/main.ts', 'phone.css': 'demo/web/page.css' },
    copied: icon,
  },
};

/**
 * Packages that the pages' packages ask for but do not need: another protocol of Direct Line's client, and functions
 * that every browser able to seal has itself. Leaving them out halves that client.
 */
export const leftOut: readonly string[] = [
  'botframework-streaming',
  'buffer',
  'core-js/features/promise',
  'cross-fetch',
  'url-search-params-polyfill',
];
