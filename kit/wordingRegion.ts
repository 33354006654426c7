/** A region that has words of its own in a language. */
export type WordingRegion = 'hongKong';

/** @param locale as a BCP 47 tag, or as a phone writes it: zh-HK, zh_HK_#Hant, yue-Hant-HK */
export function regionOf(locale: string | undefined): WordingRegion | undefined {
  const parts = (locale ?? '').toLowerCase().split(/[^a-z0-9]+/);
  const isHongKong =
    parts.includes('hk') || parts.includes('mo') || (parts[0] === 'yue' && !parts.includes('cn'));
  return isHongKong ? 'hongKong' : undefined;
}

/** Where a telephone is registered: Macau reads as Hong Kong does. @param phone `+` and digits */
export function regionOfPhone(phone: string): WordingRegion | undefined {
  return /^\+85[23]/.test(phone) ? 'hongKong' : undefined;
}
