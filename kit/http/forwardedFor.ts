import type { IncomingHttpHeaders } from 'node:http';
import { isIP, SocketAddress } from 'node:net';
import { parse } from 'forwarded-parse';

/** Reads the addresses that a request passed through from each header: the client first, the nearest proxy last. */
const hopsIn: Record<string, (value: string) => string[]> = {
  'x-forwarded-for': (value) => value.split(','),
  forwarded: (value) => parse(value).map(({ for: from = '' }) => from),
};

/**
 * The addresses in each of the proxies' headers; `undefined` stands for an entry that is no address (RFC 7239, section
 * 6: `unknown`, or a name). An unreadable header gives none.
 */
export function forwardedFor(headers: IncomingHttpHeaders): (string | undefined)[][] {
  return Object.entries(hopsIn).flatMap(([name, hops]) => {
    const value = headers[name]?.toString();
    if (value === undefined) return [];
    try {
      return [hops(value).map(addressIn)];
    } catch {
      return [[]];
    }
  });
}

/** Whether a request has a header of a proxy, genuine or claimed by the client. */
export function isForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(hopsIn).some((name) => headers[name] !== undefined);
}

/**
 * The address in the text of a socket or a gateway. Some gateways add the port, and brackets around IPv6. A socket for
 * both versions writes 192.0.2.1 as `::ffff:192.0.2.1`.
 */
export function addressIn(written: string): string | undefined {
  const text = written.trim();
  const bare =
    /^\[([^\]]*)\](?::[\w.-]+)?$/.exec(text)?.[1] ?? /^([\d.]+)(?::[\w.-]+)?$/.exec(text)?.[1] ?? text;
  const version = isIP(bare);
  if (version !== 6) return version === 4 ? bare : undefined;
  const { address } = new SocketAddress({ address: bare, family: 'ipv6' });
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
}
