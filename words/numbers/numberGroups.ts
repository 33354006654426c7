import type { Token } from './numberTokens.ts';

/** Digits that belong together; `start` and `end` are positions in the normal form of the text. */
export type Group = { digits: string; start: number; end: number; isWord: boolean; isWeak: boolean };

/** A spoken number that a further word below `room` can still be added to. */
type Open = { value: number; room: number; group: Group };
type NumberWord = Extract<Token, { value: number }>;

/** Reads one number as people say it: "sixty two", "double five", "one hundred and eleven", 六十二. */
export function groupsOf(run: readonly Token[]): Group[] {
  const reading = new Reading();
  for (const token of run) reading.takes(token);
  return reading.groups;
}

class Reading {
  readonly groups: Group[] = [];
  #open: Open | undefined;
  #repeats: { times: number; start: number } | undefined;
  #isParted = true;

  takes(token: Token): void {
    switch (token.kind) {
      case 'gap':
        // A word does not separate two groups: "one hundred and eleven" is one number.
        if (!/^\p{L}/u.test(token.text)) this.#isParted = true;
        break;
      case 'digits':
        this.#push(token, token.digits, token);
        this.#open = undefined;
        break;
      case 'times':
        this.#repeats = { times: token.value, start: token.start };
        this.#open = undefined;
        this.#isParted = true;
        break;
      case 'scale':
        this.#scales(token);
        break;
      case 'unit':
      case 'teen':
      case 'tens':
        this.#takesWord(token);
    }
  }

  #takesWord(token: NumberWord): void {
    const { value, kind } = token;
    const room = kind === 'tens' ? 10 : 0;
    const open = this.#open;
    if (open && value > 0 && value < open.room && !this.#repeats)
      this.#becomes(open, token, open.value + value, room);
    else this.#opens(token, room);
  }

  /** In 六千二百 the scale 百 multiplies only the part that was added last. */
  #scales(token: NumberWord): void {
    const open = this.#open;
    if (!open || open.value === 0) {
      this.#opens(token, token.value);
      return;
    }
    const unit = open.value >= 100 && open.value % 10 > 0 ? open.value % 10 : open.value;
    this.#becomes(open, token, open.value + unit * (token.value - 1), token.value);
  }

  #opens(token: NumberWord, room: number): void {
    const group = this.#push(token, String(token.value), { isWord: true, isWeak: token.isWeak });
    this.#open = { value: token.value, room, group };
  }

  #becomes(open: Open, token: NumberWord, value: number, room: number): void {
    open.group.digits = open.group.digits.slice(0, -String(open.value).length) + String(value);
    open.group.end = token.end;
    open.value = value;
    open.room = room;
  }

  #push({ start, end }: Token, digits: string, { isWord, isWeak }: Pick<Group, 'isWord' | 'isWeak'>): Group {
    const { times, start: from } = this.#repeats ?? { times: 1, start };
    const repeated = digits.charAt(0).repeat(times) + digits.slice(1);
    this.#repeats = undefined;
    const last = this.groups.at(-1);
    if (last && !this.#isParted && last.isWord === isWord && last.isWeak === isWeak) {
      last.digits += repeated;
      last.end = end;
      return last;
    }
    this.#isParted = false;
    const group = { digits: repeated, start: from, end, isWord, isWeak };
    this.groups.push(group);
    return group;
  }
}
