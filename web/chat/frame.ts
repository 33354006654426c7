/**
 * Tells the page around the chat, where there is one, that the chat is there, and that Escape was pressed in it.
 * Whose page it is the policy has settled; what is told is about no conversation, so it may go to anyone.
 */
export function tellFrame(): void {
  if (parent === window) return;
  // The page around it shows the title already.
  document.documentElement.classList.add('framed');
  const tell = (thawline: 'ready' | 'close') => parent.postMessage({ thawline }, '*');
  addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) tell('close');
  });
  tell('ready');
}
