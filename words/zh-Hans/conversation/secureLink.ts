import type { Wordings } from '../../../kit/wording.ts';

/** What is said around a link to the secure form. The registered phone is never named by its number. */
export const secureLink = {
  'secureLink.sent': {
    text: '我们正把一个链接用短信发到您在银行预留的手机，10 分钟内有效。请打开链接，在页面上办理。办好后，随便回复我一句。',
    speech: '链接正发到您预留的手机，请打开办理，不用挂机。',
  },
  'secureLink.onItsWay': {
    text: '已经有一个链接用短信发往您在银行预留的手机，请直接用那一个，在页面上办理。如果没有收到，10 分钟内它会失效，之后我可以再发一个。',
    speech: '链接已发往您预留的手机，请打开办理，不用挂机。',
  },
  'secureLink.open': {
    text: '页面上还没有办好，卡片仍然冻结。短信可能要等一两分钟。办好后，随便回复我一句。',
    speech: '页面上还没有办好，不用着急。',
  },
  'secureLink.over': {
    text: '这个链接已经失效，卡片没有通过它解冻。需要我再发一个新的链接吗？',
    speech: '链接已失效，卡仍然冻结。',
  },
  'secureLink.locked': {
    text: '信息多次不一致。为保护您的账户，这张卡的解冻已暂停，页面上写着什么时候可以再试。卡片仍然冻结，没有其他影响。如果着急，{{agent}}。',
    speech: '信息多次不一致，这张卡的解冻已暂停，卡仍然冻结。',
  },
  'secureLink.left': {
    text: '好的，这里就到此为止，卡片仍然冻结。刚才发的内容过了 10 分钟会自动失效。',
    speech: '好的，卡仍然冻结，链接会自动失效。',
  },
  'secureLink.tooMany': {
    text: '现在不能再发短信，约 {{wait}}后可以再发。如果着急，{{agent}}。',
    speech: '约 {{wait}}后才能再发短信。找工作人员请按 0。',
  },
  'secureLink.tooManyHere': {
    text: '现在不能从这里再发短信，约 {{wait}}后可以再发。用您预留的手机给我们发短信或打电话，可以更早拿到。如果着急，{{agent}}。',
    speech: '这里约 {{wait}}后才能再发短信；用预留的手机来电可以更早。',
  },
  'secureLink.none': {
    text: '抱歉，现在不能发送短信。工作人员可以帮您：{{agent}}。',
    speech: '抱歉，现在不能发送短信。找工作人员请按 0。',
  },
  'secureLink.help': {
    text: '短信只发到您在银行预留的手机，页面上的内容在您的设备上加密，我看不到。没有收到，可以请我再发一次；也可以说“取消”或“人工”。',
    speech: '短信只发到您预留的手机，您输入的内容我看不到。',
  },
  'choice.linkDone': '办好了',
  'choice.newLink': { text: '发送新链接', speech: '要新链接' },
  'secureCode.sent': {
    text: '我们正把一个代码用短信发到您在银行预留的手机。请自行打开您熟悉的本行网站或 App，选择“卡片服务”，在 10 分钟内输入代码办理。办好后，随便回复我一句。',
    speech: '代码正发到您预留的手机，请在手机银行的卡片服务里输入。我等着您。',
  },
  'secureCode.page': '收到后，可以从这里打开我们的页面：在这个浏览器里，输入代码的前 8 位即可。',
  'secureCode.toPage': '输入代码',
  'secureCode.onItsWay': {
    text: '已经有一个代码用短信发往您在银行预留的手机，请直接用那一个，在您熟悉的本行网站或 App 的“卡片服务”里输入。如果没有收到，10 分钟内它会失效，之后我可以再发一个。',
    speech: '代码已发往您预留的手机，请在手机银行的卡片服务里输入。',
  },
  'secureCode.over': {
    text: '这个代码已经失效，卡片没有通过它解冻。需要我再发一个新的代码吗？',
    speech: '代码已失效，卡仍然冻结。',
  },
  'secureCode.notHere': {
    text: '请不要把这个代码发在这里：它只能在本行自己的网站或 App 的“卡片服务”里输入。我没有保存它。',
    speech: '请不要在这里说这个代码，只能在本行的手机银行里输入。',
  },
  'choice.newCode': { text: '发送新代码', speech: '要新代码' },
} satisfies Wordings;
