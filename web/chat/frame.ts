import { inkOn } from '../../kit/colour.ts';

/** What is told is about no conversation, and whose page it is the policy has settled: so it may go to anyone. */
const tell = (thawline: 'ready' | 'close') => parent.postMessage({ thawline }, '*');

/** Closes the chat in the page around it; undefined where there is none. */
export const closeInFrame = parent === window ? undefined : () => tell('close');

/** Tells the page around the chat, where there is one, that the chat is there, and that Escape was pressed in it. */
export function tellFrame(): void {
  if (!closeInFrame) return;
  wearColour();
  addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) closeInFrame?.();
  });
  tell('ready');
}

/** The header in the colour that the page around it has asked for, so that both are one. */
function wearColour(): void {
  const asked = new URLSearchParams(location.search).get('colour') ?? '';
  if (!/^[\da-f]{6}$/i.test(asked)) return;
  const { style } = document.documentElement;
  style.setProperty('--header', `#${asked}`);
  style.setProperty('--on-header', inkOn(`#${asked}`));
}
