/** What every page says. */
export const page = {
  withoutScript: '此页面需要启用 JavaScript。请在浏览器设置中启用后刷新页面，或拨打您银行卡背面的电话。',
};
