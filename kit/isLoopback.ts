const loopback = ['127.0.0.1', '::1', 'localhost'];

/** @param host as it stands in HOST or in an address, where an IPv6 one has brackets */
export function isLoopback(host: string): boolean {
  return loopback.includes(host.replace(/^\[|\]$/g, ''));
}
