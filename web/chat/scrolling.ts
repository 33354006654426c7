import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';

/** So far from its end somebody still counts as being there. */
const near = 48;

/**
 * Keeps the end of the conversation in view while somebody is at it, and leaves who reads above where they are.
 * @param log the conversation; in a low window the page around it scrolls in its place
 * @returns what leads to the end
 */
export function useEnd(log: RefObject<HTMLElement | null>): () => void {
  const isAtEnd = useRef(true);
  const toEnd = useCallback(() => {
    isAtEnd.current = true;
    if (log.current) showEnd(log.current);
  }, [log]);
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    let before = 0;
    const looks = () => {
      const { scrollTop, clientHeight, scrollHeight } = scrollerOf(element);
      // Who is at the end stays there while it moves away, and leaves it by scrolling back alone.
      if (scrollHeight - clientHeight - scrollTop < near) isAtEnd.current = true;
      else if (scrollTop < before) isAtEnd.current = false;
      before = scrollTop;
    };
    const follows = () => {
      if (isAtEnd.current) showEnd(element);
    };
    const resized = new ResizeObserver(follows);
    resized.observe(element);
    for (const child of element.children) resized.observe(child);
    for (const scrolled of [element, document]) scrolled.addEventListener('scroll', looks, { passive: true });
    // A keyboard on the screen makes this lower and tells nobody else.
    visualViewport?.addEventListener('resize', follows);
    return () => {
      resized.disconnect();
      for (const scrolled of [element, document]) scrolled.removeEventListener('scroll', looks);
      visualViewport?.removeEventListener('resize', follows);
    };
  }, [log]);
  return toEnd;
}

function scrollerOf(log: HTMLElement): Element {
  const scrolls = getComputedStyle(log).overflowY !== 'visible';
  return scrolls ? log : (document.scrollingElement ?? log);
}

function showEnd(log: HTMLElement): void {
  const scroller = scrollerOf(log);
  const form = log.querySelector('form');
  // Where there is room for one thing alone, that is the form, from its beginning.
  if (form && (scroller !== log || form.offsetHeight > log.clientHeight))
    form.scrollIntoView({ block: 'start' });
  else scroller.scrollTop = Math.min(scroller.scrollHeight, beginOfResult(log, scroller));
}

/** So far below the top of the window a result begins. */
const above = 8;

/** A result that has just come is seen from its beginning, also where what was said after it has no room beside it. */
function beginOfResult(log: HTMLElement, scroller: Element): number {
  const result = log.querySelector('.message:nth-last-of-type(-n + 2) .result');
  if (!result) return Number.POSITIVE_INFINITY;
  const top = scroller === log ? log.getBoundingClientRect().top : 0;
  return scroller.scrollTop + result.getBoundingClientRect().top - top - above;
}
