import { demoCustomers } from '../../demo/demoBank.ts';
import type { Language } from '../../kit/language.ts';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import type { Sentence } from './channel.ts';
import type { Turn } from './scenario.ts';

/** The cards of the demo bank with what their owners know. */
const goalCards = demoCustomers().flatMap(({ reserved, cards }) =>
  cards.map(({ number }) => ({ number, lastFour: number.slice(-4), reserved })),
);
type GoalCard = (typeof goalCards)[number];

/** Cards that can be unfrozen here. */
const unfreezable = ['1114', '2228', '3332', '4446', '9994'];

/**
 * What a customer wants.
 * - `unfreeze`: this card, and no other
 * - `unfreezeAfterAll`: first a person says no at the question, and then wants it
 * - `refuse`: to know of the card, and to leave it frozen
 * - `report`: it is lost; nothing of it may be unfrozen afterwards, whatever is said
 * - `person`: nobody but a person
 * - `guess`: somebody who does not know the secrets, and asks again and again; nothing may come of it
 */
const wants = ['unfreeze', 'unfreezeAfterAll', 'refuse', 'report', 'person', 'guess'] as const;
type Want = (typeof wants)[number];

/** What is done on the way beside the way itself. */
const habits = ['straight', 'slips', 'digresses', 'corrects', 'two things', 'changes language'] as const;
type Habit = (typeof habits)[number];

export type Goal = { want: Want; card: GoalCard; habit: Habit; language: Language };

/** 120 goals: each want in each habit, over the cards and languages by turns; who knows nothing has no habit. */
export function goals(languages: readonly Language[]): Goal[] {
  const cards = goalCards.filter(({ lastFour }) => unfreezable.includes(lastFour));
  const each = wants.flatMap((want) =>
    (want === 'guess' ? habits.slice(0, 1) : habits).map((habit) => ({ want, habit })),
  );
  const rounds = [0, 1, 2, 3].flatMap((round) =>
    each.map((one, place) => {
      const card = cards[(place + round) % cards.length];
      const language = languages[(place + 2 * round) % languages.length];
      if (card === undefined || language === undefined) throw new Error('there are no cards');
      return { ...one, card, language };
    }),
  );
  return rounds.slice(-120);
}

type Words = Record<Language, readonly string[]>;

const said = {
  wish: {
    en: [
      'unfreeze my card',
      'my card is frozen, please unfreeze it',
      'can you unblock my card',
      'i need my card unfrozen',
    ],
    'zh-Hans': ['帮我解冻银行卡', '我的卡被冻结了，想解冻', '解冻卡片', '卡被冻住了帮我解开'],
    'zh-Hant': ['幫我解凍卡片', '我的卡被凍結了，想解凍', '解凍卡片', '張卡凍結咗，幫我解凍'],
  },
  status: {
    en: ['is my card frozen?', 'check my card please', 'why was my card declined'],
    'zh-Hans': ['我的卡是不是被冻结了', '查一下卡片状态', '我的卡刷不了了'],
    'zh-Hant': ['我的卡是不是被凍結了', '查一下卡片狀態', '我的卡刷不了'],
  },
  lost: {
    en: ['I lost my card', 'my card was stolen', 'someone took my wallet with the card'],
    'zh-Hans': ['我的卡丢了', '卡被偷了', '我要挂失'],
    'zh-Hant': ['我的卡不見了', '卡被偷了', '我要掛失'],
  },
  person: {
    en: ['I want to talk to a person', 'agent please', 'let me speak to somebody'],
    'zh-Hans': ['转人工', '我要找人工客服', '让我跟真人说'],
    'zh-Hant': ['轉專人', '我要找專人客服', '我想跟真人說'],
  },
  yes: {
    en: ['yes', 'yes please', 'ok', 'sure, go ahead'],
    'zh-Hans': ['是', '好的', '对，解冻', '可以'],
    'zh-Hant': ['是', '好的', '對，解凍', '可以'],
  },
  no: {
    en: ['no', 'no thanks', 'not now'],
    'zh-Hans': ['不用了', '不', '先不解冻'],
    'zh-Hant': ['不用了', '不', '先不解凍'],
  },
  digression: {
    en: ['how long does it take?', 'is it safe?', 'wait a moment', 'are you a robot?'],
    'zh-Hans': ['要多久？', '安全吗？', '等一下', '你是机器人吗？'],
    'zh-Hant': ['要多久？', '安全嗎？', '等一下', '你是機器人嗎？'],
  },
  twoThings: {
    en: ['unfreeze my card and tell me my balance', 'my card is frozen, and where is a branch?'],
    'zh-Hans': ['帮我解冻卡片，顺便查一下余额', '我的卡被冻结了，网点在哪里'],
    'zh-Hant': ['幫我解凍卡片，順便查一下餘額', '我的卡被凍結了，分行在哪裡'],
  },
  slip: {
    en: ['unfreez my crad', 'plese unfreeze my card', 'yess'],
    'zh-Hans': ['帮我解冻卡', '解动我的卡', '嗯嗯'],
    'zh-Hant': ['幫我解凍咭', '解凍我的卡片阿', '嗯嗯'],
  },
  otherLanguage: { en: ['说中文'], 'zh-Hans': ['English please'], 'zh-Hant': ['English please'] },
  code: { en: ['hello'], 'zh-Hans': ['你好'], 'zh-Hant': ['你好'] },
} satisfies Record<string, Words>;

/** A third wrong answer would lead to a lock, and by right. */
const mostWrong = 2;

const next: Readonly<Record<Language, Language>> = { en: 'zh-Hans', 'zh-Hans': 'en', 'zh-Hant': 'en' };

/** A customer who is led by rules: they look at what was asked last, and go on towards the goal. */
export class CustomerWithGoal {
  readonly #goal: Goal;
  readonly #random: () => number;
  #language: Language;
  #strayed = 0;
  readonly #asked = new Set<string>();
  #wrongGiven = 0;
  #hasSaidNo = false;
  #isDone = false;
  #hasBegun = false;

  constructor(goal: Goal, random: () => number) {
    this.#goal = goal;
    this.#random = random;
    this.#language = goal.language;
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** What the customer does next; nothing where they are content. */
  does(answers: readonly Sentence[]): Turn | undefined {
    const ids = answers.map(({ messageId }) => messageId);
    if (this.#isContent(ids)) {
      this.#isDone = true;
      return undefined;
    }
    const strays = this.#strays(answers);
    return strays ?? this.#goesOn(answers);
  }

  #isContent(ids: readonly string[]): boolean {
    const { want } = this.#goal;
    if (want === 'person') return ids.some((id) => id === 'agent' || id === 'agent.later');
    if (want === 'report') return this.#hasBegun && ids.some((id) => /^(report|handoff|freezing)\./.test(id));
    if (want === 'refuse') return this.#hasSaidNo && ids.includes('unfreeze.declined');
    if (want === 'guess') return ids.includes('lock.person');
    return ids.includes('outcome.unfrozen');
  }

  /** What the habit puts in between, three times at most. */
  #strays(answers: readonly Sentence[]): Turn | undefined {
    const { habit, want } = this.#goal;
    const last = answers.at(-1);
    if (habit === 'straight' || this.#strayed >= 3 || !this.#hasBegun || this.#random() < 0.6)
      return undefined;
    this.#strayed += 1;
    switch (habit) {
      case 'digresses':
        return this.#says('digression');
      case 'changes language': {
        const turn = this.#says('otherLanguage');
        this.#language = next[this.#language];
        return turn;
      }
      case 'slips':
        if (last?.form && this.#wrongGiven < mostWrong) return this.#slips(last.form.item);
        return last?.messageId === 'cardNumber.ask' ? this.#slippedNumber() : this.#says('digression');
      case 'corrects':
        return last?.messageId === 'cardNumber.ask' ? this.#slippedNumber() : undefined;
      case 'two things':
        return want === 'unfreeze' && last?.messageId === 'cardNumber.ask'
          ? this.#says('twoThings')
          : undefined;
    }
  }

  #goesOn(answers: readonly Sentence[]): Turn {
    const { want, card } = this.#goal;
    const last = answers.at(-1);
    const id = last?.messageId ?? '';
    this.#hasBegun ||= true;
    if (want === 'person') return this.#says('person');
    if (want === 'report' && !id.startsWith('cardNumber') && !id.startsWith('freezing'))
      return this.#says('lost');
    if (last?.form && want === 'guess') return this.#slips(last.form.item);
    if (last?.form) return { does: 'gives', item: last.form.item, value: right(last.form.item, card) };
    if (id.startsWith('cardNumber') || id.startsWith('freezing')) return { does: 'says', text: card.number };
    if (id.startsWith('unfreeze.confirm') || id === 'unfreeze.offerAgent') return this.#decides();
    if (id.startsWith('consent')) return this.#says('yes');
    if (id.startsWith('leave.')) return this.#says('no');
    if (id.startsWith('report.isItOne')) return this.#says(want === 'report' ? 'yes' : 'no');
    if (want === 'refuse') return this.#says('status');
    return this.#goal.habit === 'slips' && this.#random() < 0.3 ? this.#says('slip') : this.#says('wish');
  }

  #decides(): Turn {
    const { want } = this.#goal;
    const refuses = want === 'refuse' || (want === 'unfreezeAfterAll' && !this.#hasSaidNo);
    if (refuses) this.#hasSaidNo = true;
    return this.#says(refuses ? 'no' : 'yes');
  }

  #slips(item: AuthenticationItem): Turn {
    this.#wrongGiven += 1;
    return { does: 'gives', item, value: wrong(item, this.#wrongGiven) };
  }

  /** The number with one digit wrong, which the check digit finds. */
  #slippedNumber(): Turn {
    const { number } = this.#goal.card;
    const digit = (Number(number.at(5)) + 1) % 10;
    return { does: 'says', text: `${number.slice(0, 5)}${digit}${number.slice(6)}` };
  }

  #says(what: keyof typeof said): Turn {
    const all: readonly string[] = said[what][this.#language];
    // A customer who has had an answer asks something else, but repeats a wish as often as needed.
    const words = what === 'digression' ? all.filter((one) => !this.#asked.has(one)) : all;
    const text = words[Math.floor(this.#random() * words.length)] ?? '';
    this.#asked.add(text);
    return { does: 'says', text };
  }
}

function right(item: AuthenticationItem, { reserved }: GoalCard): string {
  const value =
    item === 'identityDocument' ? reserved.identityDocument?.number : reserved.transactionPassword;
  return value ?? '';
}

function wrong(item: AuthenticationItem, times: number): string {
  return item === 'identityDocument' ? '110101199003070054' : `00000${times}`;
}
