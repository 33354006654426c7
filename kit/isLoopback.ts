const loopback = ['127.0.0.1', '::1', 'localhost'];

/** @param host a host as in HOST or in an address, where IPv6 has brackets */
export function isLoopback(host: string): boolean {
  return loopback.includes(host.replace(/^\[|\]$/g, ''));
}
