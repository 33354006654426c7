import type { Wordings } from '../../../kit/wording.ts';

/** The words of a result that a page shows as one. Its sentence stands beside them. */
export const result = {
  'result.unfrozen': '卡片已解冻',
  'result.notAccepted': '信息不一致，卡片仍然冻结',
  'result.tooSoon': '请稍等片刻',
  'result.locked': '在线解冻已暂停',
  'result.handedOver': '已转给工作人员',
  'result.person': '人工客服',
  'result.time': '时间',
  'result.receipt': '回执编号',
  'result.notYou': '不是您本人操作？请马上联系我们，或用预留手机对解冻通知回复“不是我”，卡片会立即重新冻结。',
  'result.triesLeft': '剩余次数',
  'result.again': '再次输入',
  'result.now': '现在就可以',
  'result.until': '暂停至',
  'result.untilReleased': '工作人员核实后恢复',
  'result.call': '拨打 {{phone}}',
  'result.callByCard': '拨打卡片背面的客服电话。',
  'result.link': '发短信给我',
  'result.branch': '也可以带上有效证件，到任一网点办理。',
  'result.case': '受理编号',
  'result.hours': '服务时间',
  'result.anyTime': '全天',
} satisfies Wordings;
