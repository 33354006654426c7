import type { Wordings } from '../../../kit/wording.ts';

/** What is said when a case moves between channels. Nothing here tells of a card to who only has a number or a code. */
export const moving = {
  'moving.code': {
    text: '您的续办码是 {{code}}，10 分钟内可以用一次。在网页、短信或电话里把它告诉我，就能接着办理；打电话时，在我问卡号的地方按键输入。请不要告诉别人，我们的工作人员也不会向您要。',
    speech: '续办码是 {{code}}。再说一遍：{{code}}。10 分钟内可用一次。',
  },
  'moving.codeNotKept': {
    text: '续办码我不会留在对话里。需要再看一次，请说“给我续办码”。',
    speech: '要再听，请再要一次续办码。',
  },
  'moving.noMoreCodes': {
    text: '抱歉，现在不能再给续办码。请在这里接着办理，或者{{agent}}。',
    speech: '抱歉，现在不能再给续办码。请在这里办理，或按 0。',
  },
  'moving.giveCode': {
    text: '好的，请把 13 位的续办码发给我。',
    speech: '好的。请选查询卡片，再输入 13 位续办码，按井号键结束。',
  },
  'moving.goesOn': {
    text: '好的，我们接着办理。之前输入过的信息不会带过来，需要重新输入。',
    speech: '好的，接着办理。之前输入过的需要重新输入。',
  },
  'moving.goesOnByCode': {
    text: '{{ago}}前，有人通过{{channel}}开始为尾号 {{lastFour}} 的卡片办理解冻。如果不是您本人开始的，或者续办码是别人给您的，请马上停下，回答“不是我”。如果是您本人，我们接着办理，之前输入过的信息需要重新输入。',
    speech: '{{ago}}前有人通过{{channel}}办理尾号 {{lastFour}} 的解冻。码是别人给的，请说：不是我。',
  },
  'moving.codeRefused': {
    text: '这个续办码现在不能用。续办码只能用一次，10 分钟内有效；可以在开始办理的地方再要一个。短信里的代码只能在本行自己的页面输入。如果这是卡号，请再核对一下。',
    speech: '这个续办码不能用，它只能用一次，10 分钟有效。如果是卡号，请核对。',
  },
  'moving.otherCard': '这和之前办理的卡片不一致。您可以从头开始查询。',
  'moving.tooMany': {
    text: '为了安全，现在不能再试了，请十分钟后再来。也可以从头开始查询卡片，或者{{agent}}。',
    speech: '为了安全，现在不能再试。请十分钟后再来，或按 0。',
  },
  'moving.movedAway': {
    text: '这件事已经用续办码或登记的手机转到别处接着办理，这里不再需要任何信息。如果不是您本人转的，请马上回答“不是我”，可能有人想动您的卡片。',
    speech: '已经转到别处接着办理。不是您本人的话，请说：不是我。',
  },
  'moving.offer': {
    text: '您刚才在别处开始办理，还没有办完。要接着办理吗？',
    speech: '您在别处开始办理，还没办完。要接着办吗？',
  },
  'moving.offerHelp': {
    text: '回答“接着办理”，我会先问是哪张卡；回答“从头开始”，就当作新的一次。',
    speech: '要接着办，我会先问是哪张卡。',
  },
  'choice.elsewhere': { text: '换个渠道继续', speech: '' },
  'choice.goOnHere': '接着办理',
  'choice.beginAnew': '从头开始',
} satisfies Wordings;
