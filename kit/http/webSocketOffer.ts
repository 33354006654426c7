import type { IncomingMessage, Server } from 'node:http';

/**
 * Answers a request that offers an upgrade to anything but WebSocket as if it had offered nothing (RFC 9110, section
 * 7.8), because clients of HTTP/2 offer `h2c` with their first request. Node asks this before it hands the socket over.
 */
export function ignoreOtherUpgrades(server: Server): void {
  Object.assign(server, { shouldUpgradeCallback: offersWebSocket });
}

function offersWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.trim().toLowerCase() === 'websocket';
}
