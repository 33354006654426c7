/** The bot is wished for again: each a whole message, or the end of one that only asks for it. */
export const toBot: readonly RegExp[] = [
  /(?:回到?|返回|转回|换回|切回|继续用|改用|找)(?:智能|自动)?(?:机器人|机械人|智能客服|智能助手|小助手|自动服务)/,
  /^(?:机器人|机械人|智能客服)(?:吧|啦|了)?$/,
];

/** What makes no wish of it. */
export const refusing = /不要|不想|不用|别|唔/;

/** Who asks for a person would like to be called by one. */
export const callBack =
  /回电|回个?电话|覆返?电?(?:我|话)|打返?(?:俾|给)我|打(?:个|返)?电话(?:给|俾)我|(?:给|俾)我(?:打|回)(?:个)?电话/;
