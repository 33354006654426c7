import type { Wordings } from '../../../kit/wording.ts';

/** What is asked before the first secret, where the customer's country wants a consent of its own. */
export const consent = {
  'consent.ask': {
    text: '输入前需要您单独同意：您输入的内容只用于核实您本人并解冻这张卡，加密传输，核对后不保留；核对过这一事实及其结果，按法律规定的期限保存。隐私政策见本行网站或 App 的“隐私”。您同意吗？',
    speech: '您输入的内容只用于核实您本人，核对后不保留，详见隐私政策。您同意吗？',
  },
  'consent.again': { text: '请回答是否同意：同意，或不同意。', speech: '请说同意，或不同意。' },
  'consent.help': {
    text: '证件号码和交易密码属于敏感个人信息，法律要求先征得您单独同意。不同意的，可以由工作人员办理，卡片保持冻结。',
    speech: '法律要求先征得您同意。不同意的，可以由工作人员办理。',
  },
  'consent.offerAgent': '也可以由工作人员为您办理。',
  'consent.declined': '好的，没有输入任何内容，卡片仍然冻结。由工作人员为您办理。',
  'choice.consent': '同意',
  'choice.noConsent': '不同意',
} satisfies Wordings;
