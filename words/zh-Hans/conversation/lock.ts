import type { Wordings } from '../../../kit/wording.ts';

/** What is said of a lock by who has heard of it, and of the tries that are left. */
export const lock = {
  'lock.stands': {
    text: '尾号 {{lastFour}} 的卡片的解冻还在暂停中：信息多次不一致。约 {{wait}}后可以再试，卡片仍然冻结，没有其他影响。着急的话，{{agent}}。',
    speech: '尾号 {{lastFour}} 的卡片，解冻还在暂停，约 {{wait}}后可以再试。',
  },
  'lock.standsUntilReleased': {
    text: '尾号 {{lastFour}} 的卡片的解冻已停用：信息多次不一致。需要工作人员核实后恢复：{{agent}}。',
    speech: '尾号 {{lastFour}} 的卡片，解冻已停用，需要工作人员核实后恢复。',
  },
  'lock.person': {
    text: '在那之前，我这里办不了。等不及的话，工作人员可以帮您：{{agent}}。',
    speech: '在那之前，我这里办不了。等不及的话，请按 0 找工作人员。',
  },
  'tries.left': '您还可以试 {{count}} 次。',
  'tries.some': {
    text: '您有几次机会。每次不对，我会告诉您还剩几次；都用完了，解冻会为了安全暂停一段时间。',
    speech: '您有几次机会，每次不对，我会告诉您还剩几次。',
  },
} satisfies Wordings;
