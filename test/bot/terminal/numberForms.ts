const card = '6200000000000011114';
const document = '11010519491231002X';
const password = '246801';

/** One way in which a customer writes or says a number: the whole message, and the number that it gives. */
export type NumberForm = { text: string; value: string };

const perDigit = (forms: string) => {
  const each = [...forms];
  return (digits: string) => [...digits].map((digit) => each[Number(digit)] ?? digit).join('');
};
const words = (names: string, between = ' ') => {
  const each = names.split(' ');
  return (digits: string) => [...digits].map((digit) => each[Number(digit)] ?? digit).join(between);
};
const english = 'zero one two three four five six seven eight nine';

/** What a digit looks like or sounds like. */
const digitForms: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  perDigit('０１２３４５６７８９'),
  perDigit('⓪①②③④⑤⑥⑦⑧⑨'),
  perDigit('⓿❶❷❸❹❺❻❼❽❾'),
  perDigit('⓿➀➁➂➃➄➅➆➇➈'),
  perDigit('٠١٢٣٤٥٦٧٨٩'),
  perDigit('۰۱۲۳۴۵۶۷۸۹'),
  perDigit('०१२३४५६७८९'),
  (digits) => [...digits].map((digit) => String.fromCodePoint(0x1d7ce + Number(digit))).join(''),
  (digits) => digits.replace(/\d/g, '$&\ufe0f\u20e3'),
  perDigit('零一二三四五六七八九'),
  perDigit('〇一二三四五六七八九'),
  perDigit('零幺两三四五六七八九'),
  perDigit('零壹贰叁肆伍陆柒捌玖'),
  perDigit('零壹貳參肆伍陸柒捌玖'),
  perDigit('○一二三四五六七八九'),
  words(english),
  words(english.toUpperCase()),
  words(english, ', '),
  words(english, '-'),
  words(english.replace('zero', 'oh')),
  words(english.replace('zero', 'o')),
  words(english.replace('zero', 'nought')),
  words(english.replace('two', 'to').replace('four', 'for').replace('eight', 'ate').replace('one', 'won')),
  words('zeor noe tow thre foru fiev sxi sevne eihgt nien'),
  words('零 一 二 三 四 五 六 七 八 九'),
  words('零 一 二 三 四 五 六 七 八 九', '、'),
  (digits) => digits.replaceAll('0', 'O').replace(/(?<=.)1/g, 'l'),
  (digits) => digits.replaceAll('0', 'o').replace(/(?<=.)1/g, 'I'),
];

const parted = (sizes: readonly number[], between: string) => (digits: string) => {
  const groups = sizes.map((size, place) => {
    const start = sizes.slice(0, place).reduce((sum, before) => sum + before, 0);
    return digits.slice(start, start + size);
  });
  return groups.filter(Boolean).join(between);
};
const separators = [
  ...[
    ' ',
    '-',
    '–',
    '—',
    '.',
    '·',
    '/',
    ',',
    '，',
    '、',
    '_',
    '|',
    ' - ',
    ', ',
    '\n',
    '\t',
    ':',
    '  ',
    '\u00a0',
    '\u3000',
    '\u200b',
    '•',
    '\\',
    '~',
    '*',
    ';',
  ],
];
const single = Array.from({ length: 19 }, () => 1);

/** What stands around a number, whatever it is. */
const around: readonly ((number: string) => string)[] = [
  (number) => `${number}.`,
  (number) => `${number}。`,
  (number) => `${number}!`,
  (number) => `"${number}"`,
  (number) => `“${number}”`,
  (number) => `「${number}」`,
  (number) => `'${number}'`,
  (number) => `\`${number}\``,
  (number) => `**${number}**`,
  (number) => `_${number}_`,
  (number) => `(${number})`,
  (number) => `【${number}】`,
  (number) => `<at>Bank</at> ${number}`,
  (number) => `@bank ${number}`,
  (number) => `${number} thanks`,
  (number) => `${number}, thank you`,
  (number) => `${number} 谢谢`,
  (number) => `${number}唔該`,
  (number) => `ok ${number}`,
  (number) => `yes, ${number} please`,
  (number) => `it is ${number}`,
  (number) => `是${number}`,
  (number) => `it's ${number}, I want to pay for it`,
  (number) => `sorry, here you are: ${number}`,
  (number) => `\u202a${number}\u202c`,
  (number) => `> ${number}`,
];
const aroundCards: readonly ((number: string) => string)[] = [
  (number) => `card: ${number}`,
  (number) => `card number ${number}`,
  (number) => `my card ${number} is frozen`,
  (number) => `卡号：${number}`,
  (number) => `卡號${number}，謝謝`,
  (number) => `我的卡${number}被冻结了`,
  (number) => `unfreeze ${number} please, it is urgent`,
  (number) => `${number} 12/28`,
  (number) => `12/28 ${number}`,
  (number) => `${number} exp 12/28`,
  (number) => `${number} exp 12/28 cvc 123`,
  (number) => `${number} 有效期12/28 安全码123`,
  (number) => `Visa ${number}, valid thru 12/2028`,
  (number) => `I tried 3 times with ${number}`,
  (number) => `since 2024 my card ${number}`,
];
const aroundDocuments: readonly ((number: string) => string)[] = [
  (number) => `ID: ${number}`,
  (number) => `ID number ${number}`,
  (number) => `id no. ${number}`,
  (number) => `my ID card is ${number}`,
  (number) => `身份证：${number}`,
  (number) => `我的身份證號碼係${number}`,
  (number) => `证件号码 ${number}，谢谢`,
  (number) => `I am Wang, ${number}`,
];
const aroundPasswords: readonly ((number: string) => string)[] = [
  (number) => `password: ${number}`,
  (number) => `my password is ${number}`,
  (number) => `the PIN is ${number} ok?`,
  (number) => `密码：${number}`,
  (number) => `交易密码是${number}`,
  (number) => `我嘅密碼係${number}`,
  (number) => `pwd=${number}`,
  (number) => `passcode ${number} please unfreeze`,
];

/** By hand: what recognisers write, and what people type on bad days. */
const cardsByHand = [
  'sixty-two zero zero zero zero zero zero zero zero zero zero zero zero eleven eleven four',
  'sixty two, double zero, double zero, double zero, double zero, double zero, double zero, double one, double one, four',
  'six two triple zero triple zero triple zero triple zero one one one one four',
  'six two naught naught 0000 0000 0011 114',
  'six two oh oh 0000 0000 0011 one one four',
  'six thousand two hundred 0000 0000 0011 one hundred and fourteen',
  '6200 then 0000 then 0000 then 0011 and then 114',
  '6200 dash 0000 dash 0000 dash 0011 dash 114',
  '六十二 零零 零零零零 零零零零 零零十一 一百一十四',
  '$6,200,000,000,000,011,114',
  '$6,200,000,000,000,011,114.00',
  '¥6200000000000011114',
  '6200 OOOO OOOO 0011 114',
  '6200 0000 0000 00 11 11 4',
  '62 000 000 000 000 11114',
  '６２００ ０000 0000 0011 一一四',
];
const documentsByHand = [
  '１１０１０５ 19491231 002x',
  '110105-19491231-002X',
  '110105 1949 1231 002 x',
  '110105194912310 02X',
  '11010519491231002×',
  'one one oh one oh five one nine four nine one two three one oh oh two x',
  '一一零一零五一九四九一二三一零零二X',
  '壹壹零壹零伍壹玖肆玖壹贰叁壹零零贰Ｘ',
];
const passwordsByHand = [
  'twenty-four sixty-eight oh one',
  'two four, six eight, oh one',
  'two hundred forty six, eight oh one',
  '二百四十六 八零一',
  '24 68 01',
  '2-4-6-8-0-1',
  '246 801',
  '廿四 六八 零一',
  '24six801',
].slice(0, 8);

const formsOf = (value: string, texts: readonly string[]): NumberForm[] =>
  [...new Set(texts)].map((text) => ({ text, value }));

/** Every form of a card number. */
export const cardForms: readonly NumberForm[] = formsOf(card, [
  ...digitForms.map((form) => form(card)),
  ...digitForms
    .slice(0, 16)
    .map((form) => parted([4, 4, 4, 4, 3], ' ')(form(card).length > 19 ? card : form(card))),
  ...separators.map((between) => parted([4, 4, 4, 4, 3], between)(card)),
  ...separators.map((between) => parted([6, 6, 7], between)(card)),
  ...separators.slice(0, 8).map((between) => parted(single, between)(card)),
  ...[...around, ...aroundCards].flatMap((text) => [text(card), text(parted([4, 4, 4, 4, 3], ' ')(card))]),
  ...[...around, ...aroundCards]
    .map((text) => text(words(english)(card)))
    .filter((text) => !/12\/|12月/.test(text)),
  ...cardsByHand,
]);

export const documentForms: readonly NumberForm[] = formsOf(document, [
  ...digitForms.slice(0, 16).map((form) => `${form(document.slice(0, -1))}X`),
  ...separators.slice(0, 8).map((between) => parted([6, 8, 4], between)(document)),
  ...[...around, ...aroundDocuments].flatMap((text) => [text(document), text(document.toLowerCase())]),
  ...documentsByHand,
]);

export const passwordForms: readonly NumberForm[] = formsOf(password, [
  ...digitForms.map((form) => form(password)),
  ...separators.slice(0, 6).map((between) => parted([3, 3], between)(password)),
  ...separators.slice(0, 6).map((between) => parted([2, 2, 2], between)(password)),
  ...separators.slice(0, 12).map((between) => parted(single.slice(0, 6), between)(password)),
  ...[...around, ...aroundPasswords].flatMap((text) => [
    text(password),
    text(perDigit('零一二三四五六七八九')(password)),
    text(words(english)(password)),
    text(perDigit('⓪①②③④⑤⑥⑦⑧⑨')(password)),
  ]),
  ...passwordsByHand,
]);
