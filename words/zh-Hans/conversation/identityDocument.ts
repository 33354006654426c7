import type { Wordings } from '../../../kit/wording.ts';

/** What is said and written of the identity document. */
export const identityDocument = {
  'identityDocument.name': '证件号码',
  'identityDocument.ask': {
    text: '请输入您在银行预留的证件号码。',
    speech: '请输入证件号码，按井号键结束。末位X按星号键，有其他字母按9和井号键。',
  },
  'instructions.identityDocument': {
    text: '解冻时我会请您输入在银行预留的证件号码，请准备好证件。大约一分钟。',
    speech: '',
  },
  'identityDocument.help': {
    text: '请填写您在银行登记的证件号码。居民身份证是 18 位，最后一位可能是 X；香港、台湾身份证、通行证和护照连同字母一起填写，括号可有可无。说“取消”可以随时停下。',
    speech: '身份证号码有 18 位。末位X按星号键；在别处，星号键是重来。',
  },
  'identityDocument.why': {
    text: '核对证件号码，是为了确认申请解冻的是您本人。它会被加密，只有银行的核验系统能打开。',
    speech: '用来确认是您本人，加密后直接送到银行。',
  },
  'aside.whereIdentityDocument': {
    text: '证件号码印在证件上：居民身份证在正面下方，护照在照片页右上角。',
    speech: '身份证在正面下方，护照在照片页右上角。',
  },
  'form.identityDocument.label': '证件号码',
  'form.identityDocument.hint': '居民身份证 18 位，或您预留的其他证件号码',
  'identityDocument.empty': '请先输入证件号码。',
  'identityDocument.length': {
    text: '您输入了 {{count}} 位，居民身份证号码应为 18 位，请核对。',
    speech: '收到 {{count}} 位，身份证号码有 18 位。请慢慢再输入一次，按井号键结束。',
  },
  'identityDocument.characters': {
    text: '证件号码里有不该出现的字符：居民身份证只有数字，最后一位可以是 X。',
    speech: '证件号码只有数字，末位可以是X。请再输入一次。',
  },
  'identityDocument.birthDate': '号码中间的出生日期不是有效日期，请核对。',
  'identityDocument.checkCharacter': '最后一位与前面的号码不符，请核对。',
  'identityDocument.telephone': '这像是一个电话号码。我现在需要的是您的证件号码。',
  'identityDocument.cardNumber': '这像是一个卡号。我现在需要的是您的证件号码。',
  'identityDocument.lettered': {
    text: '您输入了 {{count}} 位，不像是证件号码：香港身份证是字母加 6 位数字和括号里的校验码，台湾身份证是 1 个字母加 9 位数字，通行证是 H 或 M 加 8 位数字，护照一般是 1、2 个字母加 7、8 位数字。请核对。',
    speech: '收到 {{count}} 位，不像证件号码。请核对，有字母的按 9 和井号键。',
  },
} satisfies Wordings;
