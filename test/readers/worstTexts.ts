/**
 * What a text is made of that could keep a reader busy: signs that become several in a normal form, signs that patterns
 * repeat, and words at which patterns begin to look for more.
 */
export const signs: readonly string[] = [
  // Unicode NFKC makes eighteen signs, six, four, three and two of these.
  ...['ﷺ', '㋿', '㌖', '…', '½', '﹫', '．', '　', 'ß', 'İ', 'ⅷ', '①', '１', '가', 'ガ', 'é', 'ά'],
  ...[
    '0',
    '1',
    'x',
    'X',
    'a',
    'é',
    'я',
    'م',
    '零',
    '一',
    '两',
    '卡',
    '冻',
    '解',
    '错',
    '帮',
    '的',
    '吗',
    '怕',
    '请',
  ],
  ...[
    '-',
    '—',
    ' ',
    '.',
    '·',
    '。',
    ',',
    '?',
    '|',
    '!',
    '@',
    '/',
    ':',
    '(',
    ')',
    '#',
    "'",
    '’',
    '"',
    '•',
    '{{',
  ],
  ...['\n', '\t', '\r', '\0', '\ufffd', '👍', '✋🏽'],
  // Halves of a pair, combining marks, zero width, marks of direction, a sign that fonts only show.
  ...[
    '\ud83d',
    '\udc4d',
    '\u0301',
    '\u0327\u0301',
    'ﾞ\u0327',
    '\u20dd',
    '\u200b',
    '\u200d',
    '\u200f',
    '\u202e',
    '\ufe0f',
  ],
];

export const words: readonly string[] = [
  ...[
    'a ',
    '1 ',
    '零 ',
    '1-',
    '1x',
    'A1 ',
    'x 1',
    '. ',
    '? ',
    '@a.',
    'a@',
    'www.',
    'http:',
    "a'a",
    'un-',
    'un ',
  ],
  ...[
    'double ',
    'triple ',
    'one ',
    '12345 ',
    '6200000000000011114 ',
    'A123456(3) ',
    'code 1 ',
    'a code ',
    'card ',
  ],
  ...[
    'how ',
    'what is ',
    'where ',
    'is it ',
    'can i use ',
    'forgot ',
    'link ',
    'send ',
    'continue ',
    'go on on ',
  ],
  ...[
    'not ',
    'lost ',
    'pin ',
    'wrong ',
    'not pin wrong ',
    'off ',
    'turn off ',
    'did a ',
    'who on on ',
    'he on he ',
  ],
  ...[
    'unfreeze ',
    'is unfrozen ',
    'want unfrozen ',
    'freeze my ',
    'lift the ',
    'dont want to ',
    'payment mine ',
  ],
  ...[
    '解冻',
    '没解',
    '取消',
    '被解',
    '为什么解',
    '不是我',
    '我想',
    '关卡',
    '密码错',
    '怕错',
    '几次错',
    '忘解',
    '手机',
  ],
  ...['多久', '是不是', '换一张', '得去', '冻结不是', 'not me ', '发链接', '要续办码', 'Hello. ', '您好，'],
];

/** The unit again and again, as many UTF-16 units as are wanted. */
export function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** What comes last can be what a pattern fails at, and only then tries all the ways there are. */
const ends: readonly string[] = ['', '!', 'x', '1', '卡'];

/** Texts of a length: each sign and each word again and again, and the signs by two and three. */
export function worstTexts(length: number): string[] {
  const pairs = signs.map((sign, place) => sign + signs[(place * 7 + 3) % signs.length]);
  const triples = signs.map(
    (sign, place) => sign + words[(place * 5 + 1) % words.length] + signs[(place * 11 + 5) % signs.length],
  );
  return [...signs, ...words, ...pairs, ...triples].map((unit, place) => {
    const end = ends[place % ends.length] ?? '';
    return repeated(unit, length - end.length) + end;
  });
}
