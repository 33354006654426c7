/**
 * The policy of the chat page (Content Security Policy Level 3). It allows nothing from elsewhere, no inline code
 * without this answer's nonce, and no frame around the page except by the bank's own pages.
 * @param publicUrl the service's own address, since older browsers do not count its WebSocket as 'self'
 * @param ancestors the origins whose pages may show the chat in a frame
 */
export function contentSecurityPolicy(
  nonce: string,
  publicUrl: string,
  ancestors: readonly string[] = [],
): string {
  const webSocket = URL.canParse(publicUrl) ? ` ${new URL(publicUrl).origin.replace(/^http/, 'ws')}` : '';
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `connect-src 'self'${webSocket}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ["frame-ancestors 'self'", ...ancestors].join(' '),
  ].join('; ');
}

/** The policy of a page that stands alone: it may load and connect to its own files only. */
export function strictPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
