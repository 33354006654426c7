import { Server } from 'node:net';

const listen = Server.prototype.listen;

/** Runs first in a program that would listen on every address of the machine. */
Server.prototype.listen = function (this: Server, ...words: unknown[]): Server {
  const [port, host, ...rest] = words;
  const kept =
    typeof port === 'number' && typeof host !== 'string' ? [port, '127.0.0.1', host, ...rest] : words;
  return Reflect.apply(listen, this, kept);
} as typeof listen;
