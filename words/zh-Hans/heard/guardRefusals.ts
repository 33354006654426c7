import { raw, type TextPattern } from '../../../kit/pattern.ts';
import { fearing, fillersOfRefusal, howManyTries, later, not } from './guardLists.ts';

/** Unfreezing that is refused. */
export const refused: readonly TextPattern[] = [
  {
    when: raw`(?:希望|想|要|请|就|先)[^|]{0,6}(?:保持|维持)(?:冻结|锁定|停用|原状)`,
    takes: '我希望卡保持冻结',
    leaves: '为什么卡保持冻结',
  },
  {
    when: raw`(?:让|由|等)(?:它|佢|卡|张卡|账户)(?:就|先|继续|再)?(?:冻|锁|停)(?:着|住)`,
    takes: '让卡先冻着',
    leaves: '它冻着',
  },
  {
    when: raw`(?:反悔|后悔|打消|推迟|延后|免了|放弃)[^|]{0,5}解(?:冻|锁|封)`,
    takes: '後悔解凍了',
    leaves: '解冻了没',
  },
  {
    when: raw`(?:不是|唔系|并非|没有?|冇)(?:要|想|话要|说要|来|嚟)解(?!除?(?:挂|报))(?![^|]{0,500}系?解)`,
    takes: '我根本沒有要解凍 誰解的',
    leaves: '我根本沒有要求解凍',
  },
  {
    when: raw`解(?:冻|锁|封)?[^|]{0,5}(?:算了|免|作罢|不解)|解(?:什么|乜嘢?|咩)(?:冻|锁)|(?:冻|锁)着(?:好|吧)`,
    takes: '就冻着吧不要解冻好了',
    leaves: '就凍著吧不要解凍好了',
  },
  {
    when: raw`(?<!要|好|可|能|得|使|再)${not}${fillersOfRefusal}{0,4}(?:解|恢复|取消冻结|取消锁|激活|启用)`,
    takes: '我的包在地铁上给偷了别给解冻',
    leaves: '我的包在地铁上给偷了',
  },
  {
    when: raw`不(?:应该|应当|该|准|许)[^|]{0,3}解`,
    takes: '你们不该给我解冻的',
    leaves: '你们该给我解冻了',
  },
  {
    when: raw`解(?:冻|锁|封)(?:的事)?(?:就|先|可以|可)?(?:不(?!$|[|?我啊呀喇])|免|缓|以后|改天|再说|等|晚|唔使|唔好|迟)`,
    takes: '昨晚解冻以后卡里钱被刷光',
    leaves: '昨晚解冻后少了五千',
  },
  {
    when: raw`${later}(?:再|先)?(?:来)?(?:解|恢复)`,
    takes: '改天再解凍好了',
    leaves: '解冻好了没',
  },
];

/** Wrong passwords that are asked about, feared or denied: none was given. */
export const noPasswordError: readonly TextPattern[] = [
  {
    when: raw`${fearing}[^|]{0,500}(?:密码|错|锁)|(?:密码|错)[^|]{0,500}${howManyTries}`,
    takes: '老婆撳錯幾次密碼 張卡鎖咗 幫手解',
    leaves: '撳錯三次密碼，張卡鎖咗',
  },
  {
    when: raw`(?:没有?|冇|未|不会|唔会|从不|从来)[^|]{0,2}(?:输|打|按|记|撳|入|揿|填)?错|密码(?:是|系)?(?:对的|正确|冇错|没错|啱)`,
    takes: '密码没错但是卡不能用',
    leaves: '卡不能用了',
  },
];
