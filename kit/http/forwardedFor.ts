import type { IncomingHttpHeaders } from 'node:http';
import { isIP, SocketAddress } from 'node:net';
import { parse } from 'forwarded-parse';

/** Whom a header says that a request has come through: the client first, the nearest proxy last. */
const hopsIn: Record<string, (value: string) => string[]> = {
  'x-forwarded-for': (value) => value.split(','),
  forwarded: (value) => parse(value).map(({ for: from = '' }) => from),
};

/**
 * What each header that proxies write says of the way of a request; `undefined` stands for what is no address
 * (RFC 7239, section 6: `unknown`, or a name). A header that cannot be read says nothing.
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

/** Whether a proxy has written, or a client claims, where a request came from. */
export function isForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(hopsIn).some((name) => headers[name] !== undefined);
}

/**
 * The address in what a socket or a gateway names: some gateways write the port behind it, and brackets around one of
 * version 6. `::ffff:192.0.2.1` is how a socket for both versions names 192.0.2.1.
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
