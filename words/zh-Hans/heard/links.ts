// Read on words as they were typed, in simplified characters (see `typedWords`).

/** A text and nothing else: the bank says so where a country forbids the link in it. */
export const byText = /^(请)?(发|传)(一条|一则|一个)?(短信|简讯|短讯)(给)我(办理)?[。！!]?$/i;

/** A link and nothing else. */
export const plainly =
  /(我)?(要|想要|改|就)?(发|传|寄|给|用|要|换成|通过|透过)?(我)?(一)?(个|条)?(链接|连结)(发|给|传|寄)?(给)?(我)?/i;

/** How a customer asks for a link. */
export const example: string = '发链接给我';
