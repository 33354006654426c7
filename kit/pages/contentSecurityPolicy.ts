/**
 * What the chat page may load and where it may connect (Content Security Policy Level 3). Nothing foreign, no
 * inline code without this answer's nonce, no frame around the page but of the bank's own pages.
 * @param publicUrl the service's own address: older browsers do not count its WebSocket as 'self'
 * @param ancestors the origins whose pages may hold the chat, beside its own
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

/** What a page may load and where it may connect that is no part of any other: its own files and nothing else. */
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
