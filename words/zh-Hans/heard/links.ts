// Read on words as they were typed, in simplified characters (see `typedWords`).

/** Words that ask for a link. */
export const wanting = /(发|传|寄|给|要|用|换成|通过|透过|改用).{0,8}(链接|连结)|^(链接|连结)[。！!]?$/i;

/** The same where a text is named and not what stands in it: the bank says so, since some countries forbid the link. */
export const wantingText = /^(请)?(发|传)(一条|一则|一个)?(短信|简讯|短讯)(给)我(办理)?[。！!]?$/i;

/** Words that refuse a link, doubt it, or tell of one. */
export const refusing = /不要|不想|不用|别|没|未|收到|点了|诈|骗/i;

/** A link and nothing else. */
export const plainly =
  /(我)?(要|想要|改|就)?(发|传|寄|给|用|要|换成|通过|透过)?(我)?(一)?(个|条)?(链接|连结)(发|给|传|寄)?(给)?(我)?/i;

/** Words that say that a link has not come. */
export const missing = /(没|未|冇).{0,4}(收到|看到|来|到).{0,6}(链接|连结|短信|简讯|短讯|信息|讯息)?/i;

/** How a customer asks for a link. */
export const example: string = '发链接给我';
