import type { Wordings } from '../../../kit/wording.ts';

export const unfreeze = {
  'unfreeze.confirm': {
    text: '现在解冻尾号 {{lastFour}} 的卡片吗？',
    speech: '要解冻尾号 {{lastFour}} 的卡片吗？',
  },
  'unfreeze.confirmAgain': {
    text: '请回答“是”或“不”：现在解冻尾号 {{lastFour}} 的卡片吗？',
    speech: '要解冻尾号 {{lastFour}} 的卡片吗？',
  },
  'unfreeze.confirmHelp': {
    text: '回答“是”，我就开始为您解冻；回答“不”，卡片保持冻结。也可以说“人工”。',
    speech: '是就开始解冻，不就保持冻结。换个地方继续，请按 3。',
  },
  'unfreeze.offerAgent': {
    text: '如果不确定，工作人员可以帮您：{{agent}}。卡片保持冻结也没有关系。',
    speech: '不确定的话，按 0 找工作人员。',
  },
  'unfreeze.declined': {
    text: '好的，尾号 {{lastFour}} 的卡片保持冻结。您随时可以回来解冻。',
    speech: '好的，尾号 {{lastFour}} 的卡保持冻结。',
  },
  'unfreeze.statusChanged': {
    text: '尾号 {{lastFour}} 的卡片状态刚刚有变化，请重新查询一次。',
    speech: '卡的状态刚有变化，请重新查询。',
  },
  'outcome.unfrozen': {
    text: '验证通过，尾号 {{lastFour}} 的卡片已解冻，现在可以使用了。我们会给您预留的手机号发送通知。',
    speech: '尾号 {{lastFour}} 的卡已解冻。',
  },
  'outcome.unfrozenToo': {
    text: '尾号 {{lastFour}} 的卡片也已解冻。您刚才核实过的信息对这张卡同样有效，不用再提供。我们会给您预留的手机号发送通知。',
    speech: '尾号 {{lastFour}} 的卡也已解冻。',
  },
  'outcome.notAccepted': {
    text: '您提供的信息与银行预留的不一致，卡片仍然冻结。您还可以再试 {{count}} 次，请仔细核对。',
    speech: '信息不一致，卡仍冻结，还可试 {{count}} 次。',
  },
  'outcome.notAcceptedAgain': {
    text: '信息仍与银行预留的不一致，卡片仍然冻结，还可以再试 {{count}} 次。请确认：证件是您在银行登记的那一种，密码是取款用的{{passwordLength}}密码。不确定的话，{{agent}}。',
    speech: '仍不一致，还可试 {{count}} 次。找工作人员按 0 和井号键。',
  },
  'outcome.locked': {
    text: '信息多次不一致，为保护您的账户，这张卡的在线解冻已暂停，约 {{wait}}后可以再试。卡片仍然冻结，没有其他影响。如果着急，{{agent}}，或者说“发短信给我”，在您预留的手机上办理。',
    speech: '信息多次不一致，解冻暂停约 {{wait}}。也可以说：发短信给我。',
  },
  'outcome.lockedUntilReleased': {
    text: '信息多次不一致，为保护您的账户，这张卡的在线解冻已停用，需要工作人员核实后恢复：{{agent}}。您也可以说“发短信给我”，在您预留的手机上试试。卡片仍然冻结，没有其他影响。',
    speech: '信息多次不一致，要工作人员核实后才能解冻，请按 0。',
  },
  'outcome.matched': {
    text: '谢谢，信息都一致。尾号 {{lastFour}} 的卡片还没有解冻，接下来由工作人员为您办理。',
    speech: '核实通过。尾号 {{lastFour}} 的卡还没有解冻，由工作人员接着办理。',
  },
  'outcome.notStarted': {
    text: '尾号 {{lastFour}} 的卡片没有解冻：核实已经过期，或者卡片的情况有了变化。工作人员会告诉您接下来怎么办。',
    speech: '尾号 {{lastFour}} 的卡没有解冻：核验已过期或情况有变，工作人员会告诉您。',
  },
  'outcome.over': {
    text: '这次验证已过期，之前输入的内容已作废，卡片没有因此变动。您可以重新开始。',
    speech: '这次核验已过期，没有任何变动，可以重新开始。',
  },
} satisfies Wordings;
