import { ThawlineChat } from './ThawlineChat.ts';

const name = 'thawline-chat';

/** Where this script came from is where the chat is. */
const { src = '' } = (document.currentScript as HTMLScriptElement | null) ?? {};

// A page that includes the script twice has one chat all the same.
if (src !== '' && !customElements.get(name)) {
  ThawlineChat.service = new URL(src).origin;
  customElements.define(name, ThawlineChat);
  const add = () => {
    if (!document.querySelector(name)) document.body.append(document.createElement(name));
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', add);
  else add();
}
