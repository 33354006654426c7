/** The tag when it is a short one of BCP 47 (RFC 5646), else undefined. */
export function knownLocale(tag: string | null | undefined): string | undefined {
  return tag && /^[a-z]{2,3}(-([a-z]{2,8}|\d{3})){0,3}$/i.test(tag) ? tag : undefined;
}
