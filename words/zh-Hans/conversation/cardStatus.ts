import type { Wordings } from '../../../kit/wording.ts';

export const cardStatus = {
  'cardNumber.ask': {
    text: '请输入您的银行卡卡号（卡片正面的 13 至 19 位数字）。',
    speech: '请输入或说出卡号，按井号键结束。',
  },
  'cardNumber.askByPhone': {
    text: '请发送您的银行卡卡号（13 至 19 位数字）。如果您正在使用在银行登记的手机，只发卡号后四位即可。',
    speech: '请输入或说出卡号，按井号键结束。用登记的手机，后四位就可以。',
  },
  'cardNumber.several': {
    text: '这四位数字对应您的多张卡片。请提供完整的卡号（13 至 19 位数字）。',
    speech: '有几张卡的后四位相同。请输入完整卡号，按井号键结束。',
  },
  'cardNumber.length': {
    text: '您输入了 {{count}} 位数字，卡号应为 13 至 19 位。请再核对一下。',
    speech: '收到 {{count}} 位，卡号有 13 到 19 位。请慢慢再输入一次，按井号键结束。',
  },
  'cardNumber.otherBank': {
    text: '这不是我们银行完整的卡号：可能漏了开头几位，也可能是别家银行的卡。请对照卡片再输入一次完整的卡号。',
    speech: '这不是本行完整的卡号。请对照卡片再输入一次。',
  },
  'cardNumber.telephone': {
    text: '这像是一个电话号码。我需要的是卡片正面的卡号，13 至 19 位数字。',
    speech: '这像是电话号码。我需要的是卡号。',
  },
  'cardNumber.checkDigit': {
    text: '这个卡号的校验不符，可能有一位输错或顺序颠倒了。请对照卡片再输入一次。',
    speech: '可能有一位输错了。请对照卡片再输入一次，按井号键结束。',
  },
  'cardNumber.notDigits': {
    text: '我需要的是卡号，只由数字组成。请输入卡片正面的 13 至 19 位数字。',
    speech: '请输入卡片上 13 到 19 位的卡号，最后按井号键。',
  },
  'cardNumber.notUnderstood': {
    text: '抱歉，我没有听懂。我现在需要您的卡号，也可以说“取消”。',
    speech: '抱歉，我没有听懂。我需要您的卡号。',
  },
  'cardNumber.other': { text: '好的，换一张卡。请输入那张卡的卡号。', speech: '好的，换一张卡。' },
  'cardChoice.ask': {
    text: '您给了几张卡，我们一张一张来。先看哪一张？尾号 {{cards}}？',
    speech: '我们一张一张来。先看哪一张？',
  },
  'cardChoice.again': { text: '请告诉我卡片的后四位：{{cards}}。', speech: '请告诉我后四位。' },
  'cardNumber.explained': {
    text: '卡号一般每 4 位一组印在卡片正面或背面，也可以在手机银行里查到。空格可有可无。',
    speech: '卡号印在卡的正面或背面。输错了，按星号键重来。',
  },
  'cardNumber.offerAgent': {
    text: '如果手边没有卡号，人工客服可以帮您：{{agent}}。',
    speech: '找工作人员，按 0 和井号键。',
  },
  'cardNumber.why': {
    text: '卡号只用来找到您的卡片；对话记录里只保留后四位。',
    speech: '卡号只用来找到您的卡，我只保留后四位。',
  },
  'cardStatus.noFrozenCard': {
    text: '没有查到尾号 {{lastFour}} 的冻结卡片。如果付款失败，也可能是超出限额、卡片过期、商户不支持或网络问题。需要的话，人工客服可以帮您查看：{{agent}}。',
    speech: '没有尾号 {{lastFour}} 的冻结卡片。也可能是限额、过期或商户的问题。',
  },
  'cardStatus.noFrozenCardByPhone': {
    text: '您使用的号码下没有查到尾号 {{lastFour}} 的冻结卡片。如果登记的是别的手机，请提供完整卡号。付款失败也可能是超出限额、卡片过期、商户不支持或网络问题。人工客服可以帮您查看：{{agent}}。',
    speech: '这个号码下没有尾号 {{lastFour}} 的冻结卡片。登记的是别的手机时，请给完整卡号。',
  },
  'cardStatus.howTo': {
    text: '准备好后，说“解冻”，我就为尾号 {{lastFour}} 的卡片办理。',
    speech: '准备好后，说解冻。',
  },
  howToUnfreeze: {
    text: '在线解冻只要大约一分钟：给我卡号，我查询原因；可以在线解冻的，再核对您预留的证件号码、交易密码，或者两者。少数情况需要到网点或找工作人员。要开始时，说“解冻”。',
    speech: '大约一分钟：先给卡号，再核对证件号码或交易密码。要开始，说解冻。',
  },
  'cardStatus.frozen': {
    text: '尾号 {{lastFour}} 的卡片已被冻结，您可以在这里解冻。',
    speech: '这张卡已冻结。',
  },
  'cardStatus.frozenBecause': {
    text: '尾号 {{lastFour}} 的卡片已被冻结，原因：{{reasons}}。您可以在这里解冻。',
    speech: '这张卡已冻结，原因是{{reasons}}。',
  },
  'reason.transactionPasswordErrors': '交易密码连续输错',
  'reason.abnormalTransaction': '有一笔异常交易，为安全起见暂停使用',
  'reason.customerRequest': '您本人申请了临时冻结',
  // The default policy sends these two to a branch; a bank’s own may let them be lifted here.
  'reason.dormant': '长期未使用',
  'reason.identityDocumentExpired': '预留的证件已过期',
  'instructions.both': {
    text: '解冻时我会先请您输入在银行预留的证件号码，再输入{{passwordLength}}交易密码，请准备好证件。大约一分钟。',
    speech: '',
  },
  'instructions.byLink': {
    text: '解冻时，我会给您在银行预留的手机发一条短信，请按短信打开页面，输入{{items}}。',
    speech: '要在您预留的手机上用短信办理。',
  },
  'instructions.several': { text: '解冻时我会依次请您输入：{{items}}，请准备好。大约一分钟。', speech: '' },
  'cardStatus.needsStaff': {
    text: '尾号 {{lastFour}} 的卡片已被冻结，这种情况不能在这里解冻。请您本人带上身份证件和卡片到任一网点办理，或者{{agent}}。希望我们打给您的话，请说“给我回电”。',
    speech: '尾号 {{lastFour}} 的卡已冻结，这里不能解冻。请带证件和卡到网点，或按 0。',
  },
  'cardStatus.notYetChanged': {
    text: '尾号 {{lastFour}} 的卡片暂时还不能这样解冻：保护它的手机号或密码刚刚改过，为了您的安全，改动之后要等一段时间。约 {{wait}}后可以在这里办理。等不及的话，{{agent}}。',
    speech: '尾号 {{lastFour}} 的卡刚改过手机号或密码，约 {{wait}}后才能解冻。',
  },
  'cardStatus.notYetFrozen': {
    text: '尾号 {{lastFour}} 的卡片暂时还不能这样解冻：它刚刚被冻结，为了您的安全，冻结之后要等一段时间。约 {{wait}}后可以在这里办理。等不及的话，{{agent}}。',
    speech: '尾号 {{lastFour}} 的卡刚被冻结，约 {{wait}}后才能解冻。',
  },
  'cardStatus.notYetElsewhere': {
    text: '也可以到任一网点办理，请您本人带上身份证件和卡片。',
    speech: '网点现在就能办。',
  },
  'cardStatus.tooMany': {
    text: '您查询的次数较多，请过几分钟再试。如果着急，{{agent}}。',
    speech: '您查询的次数较多，请过几分钟再打来。',
  },
} satisfies Wordings;
