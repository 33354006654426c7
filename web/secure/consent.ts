import type { ConsentWords, PageOutcome } from '../../services/contract/secureLink.ts';
import { button, element } from '../kit/elements.ts';

/** The question for consent before the first field. A customer who does not agree is sent to a person. */
export function consentAsked(
  { text, agree, decline, declined }: ConsentWords,
  agrees: () => void,
  { ends }: { ends: (outcome: PageOutcome) => void },
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
