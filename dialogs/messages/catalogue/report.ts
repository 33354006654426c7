import type { Catalogue } from './message.ts';

/** What is said while a report of a loss stands, and when it ends. Of what the bank does with the card nothing is promised. */
export const report = {
  'report.cardNamed': {
    'zh-Hans': {
      text: '谢谢。尾号 {{lastFour}} 的卡片已记入编号 {{caseId}}，我们的工作人员可以看到。在您告诉我卡片找到之前，我不会为它解冻。',
      speech: '尾号 {{lastFour}} 的卡片已记入编号 {{caseId}}。',
    },
    'zh-Hant': {
      text: '謝謝。末四碼 {{lastFour}} 的卡片已記入編號 {{caseId}}，我們的人員可以看到。在您告訴我卡片找到之前，我不會為它解凍。',
      speech: '末四碼 {{lastFour}} 的卡片已記入編號 {{caseId}}。',
    },
    en: {
      text: 'Thank you. I have added the card ending {{lastFour}} to case {{caseId}}, where our staff can see it. I will not unfreeze it until you tell me that it has been found.',
      speech: 'I have added the card ending {{lastFour}} to your case, {{caseId}}.',
    },
  },
  'report.cardNumberProblem': {
    'zh-Hans': {
      text: '这个卡号不对，可能少了一位或错了一位，还没有记入编号 {{caseId}}。请再告诉我一次卡号。',
      speech: '这个卡号不对，可能少了或错了一位。请再说一次。',
    },
    'zh-Hant': {
      text: '這個卡號不對，可能少了一碼或錯了一碼，還沒有記入編號 {{caseId}}。請再告訴我一次卡號。',
      speech: '這個卡號不對，可能少了或錯了一碼。請再說一次。',
    },
    en: {
      text: 'That card number does not look right: a digit may be missing or wrong, so I have not added it to case {{caseId}}. Please give it to me once more.',
      speech: 'That card number does not sound right. Please say it once more.',
    },
  },
  'report.stands': {
    'zh-Hans': {
      text: '您报告过卡片丢失、被盗或需要冻结（编号 {{caseId}}），所以我现在不为您解冻任何卡片。您可以告诉我卡号，我会记入这个编号。如果卡片已经找到，请说“卡找到了”。',
      speech: '您报告过卡片，我现在不能解冻。',
    },
    'zh-Hant': {
      text: '您通報過卡片遺失、被竊或需要凍結（編號 {{caseId}}），所以我現在不為您解凍任何卡片。您可以告訴我卡號，我會記入這個編號。如果卡片已經找到，請說「卡片找到了」。',
      speech: '您通報過卡片，我現在不能解凍。',
    },
    en: {
      text: 'You have reported a card lost, stolen or to be frozen (case {{caseId}}), so I will not unfreeze any card for now. You can give me its number, and I will add it to the case. If you have found the card, say “I found my card”.',
      speech: 'You reported a loss, so I cannot unfreeze cards.',
    },
  },
  'report.cardFound': {
    'zh-Hans': {
      text: '太好了。编号 {{caseId}} 中已注明卡片找到了，我可以照常为您办理。请问您要办什么？',
      speech: '太好了，已注明卡片找到了。',
    },
    'zh-Hant': {
      text: '太好了。編號 {{caseId}} 中已註明卡片找到了，我可以照常為您辦理。請問您要辦什麼？',
      speech: '太好了，已註明卡片找到了。',
    },
    en: {
      text: 'Good to hear. I have noted in case {{caseId}} that the card has been found, and can help you with your cards as usual. What would you like to do?',
      speech: 'Good, I have noted that it was found.',
    },
  },
  'report.cardFoundAndNamed': {
    'zh-Hans': {
      text: '太好了。编号 {{caseId}} 中已注明卡片找到了。我现在查询尾号 {{lastFour}} 的卡片。',
      speech: '太好了。我现在查询尾号 {{lastFour}} 的卡片。',
    },
    'zh-Hant': {
      text: '太好了。編號 {{caseId}} 中已註明卡片找到了。我現在查詢末四碼 {{lastFour}} 的卡片。',
      speech: '太好了。我現在查詢末四碼 {{lastFour}} 的卡片。',
    },
    en: {
      text: 'Good to hear. I have noted in case {{caseId}} that the card has been found, and will now check the card ending {{lastFour}}.',
      speech: 'Good. I will now check the card ending {{lastFour}}.',
    },
  },
} satisfies Catalogue;
