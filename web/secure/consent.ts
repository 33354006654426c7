import type { ConsentWords, Outcome } from '../../services/contract/secureLink.ts';
import { button, element } from '../kit/elements.ts';

/** What is asked before the first field; who does not agree is led to a person. */
export function consentAsked(
  { text, agree, decline, declined }: ConsentWords,
  agrees: () => void,
  { ends }: { ends: (outcome: Outcome) => void },
): HTMLElement {
  const root = element(
    'section',
    { class: 'consent outcome' },
    element('p', {}, text),
    element(
      'p',
      {},
      button(agree, 'submit', () => {
        root.remove();
        agrees();
      }),
    ),
    element(
      'p',
      {},
      button(decline, 'it-was-me', () => ends(declined)),
    ),
  );
  return root;
}
