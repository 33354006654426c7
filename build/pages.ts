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

/** Every page. React and Web Chat are scripts of their own, since Web Chat brings its own build. */
export const pages: Readonly<Record<string, Page>> = {
  chat: {
    folder: '/assets',
    bundled: { 'chat.js': 'web/chat/main.tsx', 'chat.css': 'web/chat/page.css' },
    copied: {
      ...icon,
      'react.js': 'node_modules/react/umd/react.production.min.js',
      'react-dom.js': 'node_modules/react-dom/umd/react-dom.production.min.js',
      'webchat.js': 'node_modules/botframework-webchat/dist/webchat-minimal.js',
    },
  },
  embed: { folder: '', bundled: { 'embed.js': 'web/embed/main.ts' }, copied: {} },
  secureForm: {
    folder: '/s/assets',
    bundled: { 'secure.js': 'web/secure/main.ts', 'secure.css': 'web/secure/page.css' },
    copied: icon,
  },
  telephone: {
    folder: '/phone/assets',
    bundled: { 'phone.js': 'demo/web/main.ts', 'phone.css': 'demo/web/page.css' },
    copied: icon,
  },
};
