import { unbranded } from '../../brand/brand.ts';
import { brandedTexts } from '../../brand/brandedWords.ts';
import type { Language } from '../../kit/language.ts';
import { momentInWords } from '../../kit/momentInWords.ts';
import { filled } from '../../kit/sentence.ts';
import { seconds } from '../../kit/time.ts';
import { passwordFacts } from '../../words/passwordLength.ts';
import { secureForm } from '../../words/secureForm.ts';
import type { AuthenticationAnswer } from '../contract/authenticationInformation.ts';
import { channelName } from '../contract/channelName.ts';
import type { FreezeReason } from '../contract/freezeReason.ts';
import type { NotYet } from '../contract/notYet.ts';
import { usualPasswordLengths } from '../contract/passwordLengths.ts';
import type {
  CodeAnswer,
  ConsentWords,
  EntryWords,
  LinkAnswer,
  LinkView,
  LinkWords,
  NoticeAnswer,
  PageOutcome,
} from '../contract/secureLink.ts';
import type { Letterhead } from '../notifications/receiptText.ts';
import type { DisownableUnfreezing } from '../tables/disownableUnfreezing.ts';
import type { SecureLink } from '../tables/secureLink.ts';
import { freezeReasonsInWords } from './reasons.ts';
import type { CodeOutcome, DenialOutcome } from './secureCodes.ts';
import type { OpenLink } from './secureLinks.ts';

type Words = (typeof secureForm)[Language];

/** The texts of the page, with the bank's own wording, in the customer's language and the bank's time zone. */
export class FormWords {
  readonly #letterhead: Letterhead;
  readonly #words: Record<Language, Words>;

  constructor(letterhead: Letterhead) {
    this.#letterhead = letterhead;
    this.#words = brandedTexts(letterhead.brand ?? unbranded, 'secureForm', secureForm);
  }

  /** The texts of the page before it knows what its link opens. */
  shell(language: Language): Words['shell'] {
    return this.#words[language].shell;
  }

  /** The texts of the page where a code is entered, and those of its script. */
  entry(language: Language): EntryWords & Pick<Words['entry'], 'about' | 'label' | 'hint'> {
    return this.#words[language].entry;
  }

  /** The text about the result of a code. */
  code(language: Language, outcome: CodeOutcome): CodeAnswer {
    if (outcome === 'entered') return { outcome, text: '' };
    if (typeof outcome === 'object') return this.#notice(language, outcome.notice);
    return { outcome, text: filled(this.#words[language].entry[outcome], { call: this.#call(language) }) };
  }

  /** The text about the result of freezing a card again by a notice's code. */
  noticeDenied(language: Language, outcome: DenialOutcome): NoticeAnswer {
    const { notice, entry } = this.#words[language];
    const call = this.#call(language);
    if (outcome === 'unknown' || outcome === 'tooMany')
      return { outcome: 'refused', title: '', text: filled(entry[outcome], { call }) };
    return { outcome: 'frozen', title: notice[outcome].title, text: filled(notice[outcome].text, { call }) };
  }

  #notice(language: Language, { lastFour, channel, unfrozenAt }: DisownableUnfreezing): CodeAnswer {
    const { notice } = this.#words[language];
    const { title, text, wasMe, freeze, freezing, itWasMe, failed } = notice;
    return {
      outcome: 'notice',
      language,
      title: filled(title, { lastFour }),
      text: filled(text, {
        at: this.#time(language, unfrozenAt, { dateStyle: 'medium', timeStyle: 'short' }),
        channel: channelName(language, channel ?? 'secureForm'),
      }),
      words: {
        freeze,
        freezing: freezing.title,
        itWasMe,
        wasMe: { ...wasMe, text: filled(wasMe.text, { call: this.#call(language) }) },
        failed,
      },
    };
  }

  /** An open form, in the language that its reader chose, if any. */
  view({ link, freezes, authenticationRequest }: OpenLink, language: Language): LinkView {
    const { lastFour, channel, askedAt, expiresAt } = link;
    const { shell, open } = this.#words[language];
    const words: LinkWords = {
      ...open,
      service: shell.service,
      title: shell.title,
      about: filled(open.about, { lastFour }),
      asked: filled(open.asked, {
        channel: channelName(language, channel),
        at: this.#time(language, askedAt, { dateStyle: 'medium', timeStyle: 'short' }),
        until: this.#time(language, expiresAt, { timeStyle: 'short' }),
      }),
      consent: this.#consent(language),
      tries: filled(open.tries, { count: authenticationRequest.attemptsLeft }),
      fields: this.#fields(language),
      ...this.#why(language, freezes),
    };
    return { outcome: 'open', language, lastFour, channel, askedAt, authenticationRequest, words };
  }

  /** The texts of the fields. What the page counts itself stays a place in them. */
  #fields(language: Language): LinkWords['fields'] {
    const facts = passwordFacts(language, this.#letterhead.passwordLengths ?? usualPasswordLengths);
    const said = (text: string) => filled(text, { ...facts, count: '{{count}}' });
    const eachOf = (texts: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, said(text)]));
    const fields = Object.entries(this.#words[language].items).map(([item, { label, hint, problems }]) => [
      item,
      { label: said(label), hint: said(hint), problems: eachOf(problems) },
    ]);
    return Object.fromEntries(fields) as LinkWords['fields'];
  }

  gone(language: Language, by?: 'code'): PageOutcome {
    return this.#outcome(language, by === 'code' ? 'goneCode' : 'gone');
  }

  denied(language: Language): PageOutcome {
    return this.#outcome(language, 'denied');
  }

  /** The text about the result of an item. */
  answer(
    { lastFour, codeIndex }: SecureLink,
    language: Language,
    answer: AuthenticationAnswer,
    now: Date,
  ): LinkAnswer {
    const { notAccepted, tooSoon, unfrozen, matched, locked } = this.#words[language];
    switch (answer.outcome) {
      case 'itemTaken':
        return { ...answer, title: '', text: '' };
      case 'unfrozen':
        return { ...answer, title: filled(unfrozen.title, { lastFour }), text: unfrozen.text };
      case 'matched':
        return { ...answer, ...matched };
      case 'notAccepted':
        return { ...answer, title: '', text: filled(notAccepted, { count: answer.attemptsLeft }) };
      case 'tooSoon': {
        const left = Date.parse(answer.notBefore) - now.getTime();
        const waitSeconds = Math.max(1, Math.ceil(left / seconds));
        return { ...answer, waitSeconds, title: '', text: filled(tooSoon, { seconds: waitSeconds }) };
      }
      case 'locked': {
        const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
        const call = this.#call(language);
        const text =
          answer.until === null
            ? filled(locked.untilReleased, { call })
            : filled(locked.until, { until: this.#time(language, answer.until, style), call });
        return { ...answer, title: locked.title, text };
      }
      case 'notRemote':
        return {
          ...answer,
          ...(answer.notYet ? this.#notYet(language, answer.notYet) : this.#outcome(language, answer.help)),
        };
      case 'over':
        return { outcome: 'gone', ...this.gone(language, codeIndex === null ? undefined : 'code') };
    }
  }

  #outcome(language: Language, how: 'agent' | 'branch' | 'gone' | 'goneCode' | 'denied'): PageOutcome {
    const { title, text } = this.#words[language][how];
    return { title, text: filled(text, { call: this.#call(language) }) };
  }

  #consent(language: Language): ConsentWords {
    const { consent } = this.#words[language];
    const declined = {
      ...consent.declined,
      text: filled(consent.declined.text, { call: this.#call(language) }),
    };
    return { ...consent, declined };
  }

  #notYet(language: Language, { until }: NotYet): PageOutcome {
    const { title, text } = this.#words[language].notYet;
    const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
    return {
      title,
      text: filled(text, { until: this.#time(language, until, style), call: this.#call(language) }),
    };
  }

  #why(language: Language, freezes: readonly FreezeReason[]): { why?: string } {
    const reasons = freezeReasonsInWords(language, freezes);
    return reasons === undefined ? {} : { why: filled(secureForm[language].why, { reasons }) };
  }

  #call(language: Language): string {
    const { byPhone, byCard } = this.#words[language].call;
    const phone = this.#letterhead.agentPhone;
    return phone ? filled(byPhone, { phone }) : byCard;
  }

  #time(language: Language, moment: string, style: Intl.DateTimeFormatOptions): string {
    return momentInWords(language, this.#letterhead.timeZone, moment, style);
  }
}
