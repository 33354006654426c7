import type { Language } from '../../kit/language.ts';
import { seconds } from '../../kit/time.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { channelRows } from '../contract/channels.ts';
import type { LinkAnswer, LinkView, Outcome } from '../contract/secureLink.ts';
import type { Letterhead } from '../notifications/receiptText.ts';
import type { SecureLink } from '../tables/secureLink.ts';
import { en } from './en.ts';
import type { OpenLink } from './secureLinks.ts';
import type { Wording } from './wording.ts';
import { zhHans } from './zhHans.ts';
import { zhHant } from './zhHant.ts';

const wordings: Record<Language, Wording> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };

/** What the page says before it knows what its link opens. */
export function shellWords(language: Language): Wording['shell'] {
  return wordings[language].shell;
}

/** Everything else that it says, in the customer's language and the bank's time. */
export class FormWords {
  readonly #letterhead: Letterhead;

  constructor(letterhead: Letterhead) {
    this.#letterhead = letterhead;
  }

  /** An open form. */
  view({ link, authenticationRequest }: OpenLink): LinkView {
    const { language, lastFour, channel, askedAt, expiresAt } = link;
    const { words, fields, tries } = wordings[language];
    const about = {
      lastFour,
      channel: channelRows[channel].names[language],
      at: this.#time(language, askedAt, { dateStyle: 'medium', timeStyle: 'short' }),
      until: this.#time(language, expiresAt, { timeStyle: 'short' }),
    };
    const said = {
      ...words(about),
      service: wordings[language].shell.service,
      fields,
      tries: tries(authenticationRequest.attemptsLeft),
    };
    return { outcome: 'open', language, lastFour, channel, askedAt, authenticationRequest, words: said };
  }

  gone(language: Language): Outcome {
    return wordings[language].gone(this.#call(language));
  }

  denied({ language }: SecureLink): Outcome {
    return wordings[language].denied(this.#call(language));
  }

  /** What became of an item. */
  answer({ language, lastFour }: SecureLink, answer: AuthenticationAnswer, now: Date): LinkAnswer {
    const wording = wordings[language];
    const call = this.#call(language);
    switch (answer.outcome) {
      case 'itemTaken':
        return { ...answer, title: '', text: '' };
      case 'unfrozen':
        return { ...answer, ...wording.unfrozen(lastFour) };
      case 'notAccepted':
        return { ...answer, title: '', text: wording.notAccepted(answer.attemptsLeft) };
      case 'tooSoon': {
        const left = Date.parse(answer.notBefore) - now.getTime();
        const waitSeconds = Math.max(1, Math.ceil(left / seconds));
        return { ...answer, waitSeconds, title: '', text: wording.tooSoon(waitSeconds) };
      }
      case 'locked': {
        const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
        const until = answer.until === null ? undefined : this.#time(language, answer.until, style);
        return { ...answer, ...wording.locked(until, call) };
      }
      case 'notRemote':
        return { ...answer, ...(answer.help === 'agent' ? wording.agent(call) : wording.branch()) };
      case 'over':
        return { outcome: 'gone', ...wording.gone(call) };
    }
  }

  #call(language: Language): string {
    return wordings[language].call(this.#letterhead.agentPhone);
  }

  #time(language: Language, moment: string, style: Intl.DateTimeFormatOptions): string {
    const { timeZone } = this.#letterhead;
    const format = new Intl.DateTimeFormat(language, { ...style, hourCycle: 'h23', timeZone });
    return format.format(new Date(moment)).replace(/\s/g, ' ');
  }
}
