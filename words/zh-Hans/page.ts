/** What every page says. */
export const page = {
  service: '银行卡服务',
  privacy: '隐私政策',
  terms: '服务条款',
  complaint: '投诉与建议',
  help: '客服电话',
  genuine: '如何确认这是真的',
  withoutScript: '此页面需要启用 JavaScript。请在浏览器设置中启用后刷新页面，或拨打您银行卡背面的电话。',
};
