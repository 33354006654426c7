import type { CodeAnswer, NoticeAnswer, PageOutcome } from '../../services/contract/secureLink.ts';
import { button, element } from '../kit/elements.ts';
import { askBank } from './bank.ts';

type Notice = CodeAnswer & { outcome: 'notice' };

/**
 * The page about the unfreezing of a notice's code, with the only action that the code allows: to freeze the card
 * again.
 */
export function noticeView(code: string, notice: Notice, ends: (outcome: PageOutcome) => void): HTMLElement {
  const { text, words } = notice;
  const status = element('p', { class: 'status trouble', role: 'alert' });
  const says = (said: string) => {
    status.textContent = said;
  };
  let isBusy = false;
  const freezes = async () => {
    if (isBusy) return;
    isBusy = true;
    says('');
    freeze.textContent = words.freezing;
    const answer = await askBank<NoticeAnswer>('freeze', { code }).catch(() => undefined);
    isBusy = false;
    freeze.textContent = words.freeze;
    if (answer?.outcome === 'frozen') return ends(answer);
    says(answer?.text ?? words.failed);
  };
  const freeze = button(words.freeze, 'submit danger', () => void freezes());
  return element(
    'div',
    {},
    element('p', { class: 'outcome' }, text),
    status,
    element('p', {}, freeze),
    element(
      'p',
      {},
      button(words.itWasMe, 'it-was-me', () => ends(words.wasMe)),
    ),
  );
}
