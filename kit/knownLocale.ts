/** The tag if it has the form of a short BCP 47 tag (RFC 5646), otherwise undefined. */
export function knownLocale(tag: string | null | undefined): string | undefined {
  return tag && /^[a-z]{2,3}(-([a-z]{2,8}|\d{3})){0,3}$/i.test(tag) ? tag : undefined;
}
