/** All that the page of a link says. `{{call}}` is one of `call`: how the customer reaches a person. */
export const secureForm = {
  shell: {
    service: '{{service}}',
    title: '解冻银行卡',
    loading: '请稍候…',
    failed: '页面无法加载，请检查网络。',
    tryAgain: '重试',
    language: '语言',
  },
  entry: {
    title: '请输入短信里的代码',
    about: '代码只在本页面输入。{{bank}}的人员绝不会向您索要这个代码。',
    label: '代码',
    hint: '13 位数字，分成三组，在我们最新的短信里。',
    hintHere: '在这个浏览器里，输入 13 位中的前 8 位即可。代码只能用一次，10 分钟内有效。',
    submit: '继续',
    sending: '正在核对…',
    failed: '没有送出去，请检查网络后再试。',
    problems: {
      empty: '请输入代码。',
      letters: '代码只有数字，请检查。',
      length: '代码有 13 位数字，这里是 {{count}} 位，请检查。',
      lengthHere: '请输入代码的前 8 位，或全部 13 位。这里是 {{count}} 位。',
      cardNumber: '这看起来是卡号。请输入短信里的代码。',
    },
    unknown: '没有这个代码。请与短信逐位核对。办理解冻的代码 10 分钟内有效，通知里的代码 72 小时内有效。',
    over: '这个代码已经失效：代码 10 分钟内有效。请在之前的地方重新申请，或者{{call}}。',
    used: '这个代码已经输入过，只能用一次。如非您本人输入，请立即{{call}}；如是您本人，请重新申请。',
    thirteen: '请输入代码的全部 13 位。',
    ended: '已输错五次，这次申请已经结束。请在之前的地方重新申请代码，或者{{call}}。',
    tooMany: '您所在的网络输错的次数太多。请等 10 分钟再试，或者{{call}}。',
  },
  notice: {
    title: '尾号 {{lastFour}} 的银行卡已解冻',
    text: '{{at}}，通过{{channel}}。如非本人操作，请在这里重新冻结。这个代码只有这一个用途。',
    freeze: '立即重新冻结',
    itWasMe: '是我本人',
    failed: '没有送出去，请检查网络后再试。',
    wasMe: {
      title: '谢谢，没有任何更改',
      text: '之后如有疑问，可在 72 小时内再次输入这个代码，或者{{call}}。',
    },
    frozenAgain: {
      title: '卡片已重新冻结',
      text: '工作人员已受理，会致电给您。如果着急，请{{call}}。',
    },
    freezing: {
      title: '正在冻结卡片',
      text: '需要一点时间，您不必再做什么。工作人员已受理，会致电给您。如果着急，请{{call}}。',
    },
  },
  open: {
    about: '尾号 {{lastFour}} 的银行卡',
    asked: '{{at}} 通过{{channel}}申请。本页面在 {{until}} 前有效。',
    whySafe: '内容在您的设备上加密，只有银行的核验系统能打开。',
    submit: '安全提交',
    sending: '正在加密并核验…',
    show: '显示',
    hide: '隐藏',
    notMe: '不是我',
    notMeHint: '这不是您申请的吗？请在这里停止，卡片不会被解冻。',
    again: '刚才的内容没能安全送达，也没有使用，请再输入一次。',
    failed: '没有送出去，请检查网络。您不必重新输入。',
    sendAgain: '重新发送',
    tries: '还可以试 {{count}} 次',
  },
  consent: {
    text: '输入前需要您单独同意：您在这里输入的内容，只用于核实您本人并解冻这张卡。内容加密传输，核对后不保留；核对过这一事实及其结果，按法律规定的期限保存。隐私政策见本行网站或 App 的“隐私”。',
    agree: '同意',
    decline: '不同意',
    declined: {
      title: '可以由工作人员为您办理',
      text: '没有输入任何内容，卡片仍然冻结。如需由工作人员办理，请{{call}}。',
    },
  },
  why: '冻结原因：{{reasons}}。',
  reasons: {
    transactionPasswordErrors: '交易密码连续输错',
    abnormalTransaction: '有一笔异常交易，为安全起见暂停使用',
    customerRequest: '您本人申请了临时冻结',
    dormant: '长期未使用',
    identityDocumentExpired: '预留的证件已过期',
  },
  items: {
    identityDocument: {
      label: '证件号码',
      hint: '居民身份证 18 位，或您预留的其他证件号码',
      problems: {
        empty: '请输入证件号码。',
        length: '您输入了 {{count}} 位，居民身份证号码应为 18 位，请核对。',
        characters: '居民身份证号码只有数字，最后一位可以是 X。',
        birthDate: '号码中间的出生日期不是有效日期，请核对。',
        checkCharacter: '最后一位与前面的号码不符，请核对。',
        lettered: '这不像是证件号码，请连同字母一起，按证件上的号码输入。',
        telephone: '这像是一个电话号码，请核对。',
        cardNumber: '这像是一个卡号，请核对。',
      },
    },
    transactionPassword: {
      label: '交易密码',
      hint: '取款、消费时用的 {{passwordDigits}} 位数字',
      problems: {
        empty: '请输入交易密码。',
        length: '您输入了 {{count}} 位，交易密码应为 {{passwordDigits}} 位数字。',
        notDigits: '交易密码只有数字，共 {{passwordDigits}} 位。',
        telephone: '这像是一个电话号码，请核对。',
        cardNumber: '这像是一个卡号，请核对。',
      },
    },
  },
  call: {
    byPhone: '请致电 {{phone}}',
    byCard: '请拨打卡片背面的客服电话',
  },
  notAccepted: '您提供的信息与银行预留的不一致，卡片仍然冻结。您还可以再试 {{count}} 次，请仔细核对。',
  tooSoon: '为保护您的账户，两次尝试之间需要间隔一会儿。您输入的内容将在 {{seconds}} 秒后自动提交。',
  unfrozen: {
    title: '尾号 {{lastFour}} 的银行卡已解冻',
    text: '现在可以使用了。您可以关闭本页面，回到之前的对话。',
  },
  matched: {
    title: '核实完成，谢谢',
    text: '卡片还没有解冻：工作人员接下来为您办理。请关闭本页面，回到之前的对话。',
  },
  locked: {
    title: '在线解冻已暂停',
    until:
      '信息多次不一致。为保护您的账户，请在 {{until}} 之后再试。卡片仍然冻结，没有其他影响。如果着急，{{call}}。',
    untilReleased:
      '信息多次不一致。为保护您的账户，需要工作人员与您核实：{{call}}。卡片仍然冻结，没有其他影响。',
  },
  agent: {
    title: '这张卡需要工作人员办理',
    text: '这里不能解除这张卡的冻结，{{call}}。',
  },
  branch: {
    title: '这张卡需要到网点办理',
    text: '这里不能解除这张卡的冻结，请您本人带上身份证件和卡片，到任一网点办理。',
  },
  notYet: {
    title: '暂时还不能这样解冻',
    text: '这张卡刚刚被冻结，或者保护它的手机号、密码刚刚改过，之后要等一段时间。请在 {{until}} 之后再试，或者{{call}}。',
  },
  gone: {
    title: '这个链接已经失效',
    text: '每个链接只能使用一次，有效 10 分钟。请在之前的对话里申请新的链接，或者{{call}}。',
  },
  goneCode: {
    title: '这个代码已经失效',
    text: '每个代码只能使用一次，有效 10 分钟。请在之前的对话里申请新的代码，或者{{call}}。',
  },
  denied: {
    title: '已停止，卡片没有解冻',
    text: '这次申请和这张卡的其他链接、代码都已失效。可能有人知道您的卡号：请不要把密码、验证码或链接告诉任何人。如不放心，{{call}}。',
  },
};
