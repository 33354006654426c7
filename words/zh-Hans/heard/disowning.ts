/** All that counts as "that was not me", as `plainText` leaves it: never a part of another sentence. */
export const denials: readonly string[] = [
  '不是我|这不是我|那不是我|不是我本人|不是本人|非本人|非本人操作|不是本人操作|不是我操作',
  '不是我操作的|不是我做的|不是我弄的|不是我解的|不是我解冻的|我没解冻|我没有解冻',
  '我没有解冻过|我没有解冻卡片|我没有解冻我的卡|唔系我|唔系我本人|唔系我做嘅|唔系我解嘅',
  '唔系我解冻嘅|唔系本人|我冇解冻|我冇解冻过',
].flatMap((line) => line.split('|'));

/** What people cry out before and after it, carriers' keywords among it. */
export const outcries: readonly string[] = '停|停止|退订|不|不对|等等|救命|喂|您好|你好|请|快|唔该'.split(
  '|',
);
