import type { IncomingMessage } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pino, { type Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import { loggedError } from '../loggedError.ts';
import { seconds } from '../time.ts';
import { beginSpan, placeIn, traceIn } from '../trace.ts';
import { answerErrors, methodAndRoute, safeFormatters } from './answerErrors.ts';
import { answerRaw } from './answerRaw.ts';
import { answerUnreadable } from './answerUnreadable.ts';
import { cannotListen } from './cannotListen.ts';
import { refuseWhileClosed, refusing } from './closedWhile.ts';
import { directLineErrors, type ErrorForm, RequestRefused } from './errorAnswers.ts';
import { headAsGet } from './headAsGet.ts';
import { headersOnce } from './headersOnce.ts';
import { HttpMetrics } from './httpMetrics.ts';
import { Lifetime } from './lifetime.ts';
import type { ReadinessChecks } from './readiness.ts';
import { standingRoutes } from './standing.ts';
import { httpsOptions, renew } from './tls/httpsOptions.ts';
import type { TlsCertificates } from './tls/tlsCertificates.ts';
import { ignoreOtherUpgrades } from './webSocketOffer.ts';

/** Adds a group of routes to the server. A handler is `async (request, response)` and throws its refusals. */
export type RouteGroup = (server: Server) => void;

/** Handles an HTTP upgrade and returns true, or returns false to leave it to the next handler. */
type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

type HttpServerDependencies = {
  log: Logger;
  /** Whether browsers are told to use https only; true where the public address is https. */
  https: boolean;
  /** The checks for this port's readiness; where it has none, those of the lifetime. */
  checks?: ReadinessChecks;
  /** The lifetime of the service that this port belongs to; without one it serves from the start. */
  lifetime?: Lifetime;
  routes: readonly RouteGroup[];
  upgrades?: readonly Upgrade[];
  metrics?: HttpMetrics;
  /** Whether only our own services call this port; then the trace id in their requests is used in the log. */
  isForOurs?: boolean;
  /** Whether the proxy before it writes the trace of a request, and lets none of a customer's through. */
  trustsTrace?: boolean | undefined;
  /** Whether this port shows the metrics; true by default. */
  showsMetrics?: boolean;
  /** The form of errors. */
  errors?: ErrorForm;
  /** The certificates for https. If they include authorities, a client must show a certificate made by one of them. */
  certificates?: TlsCertificates;
  timeLimits?: Partial<TimeLimits>;
  /** While it throws, only the addresses that tell how the service is are answered. */
  isOpen?: () => void;
};

/** Time limits in milliseconds. */
export type TimeLimits = {
  /** The time from the connection to the end of its TLS handshake. */
  handshake: number;
  /** The time from the first byte of a request to the end of its headers, and to the end of its body. */
  headers: number;
  request: number;
  /** The interval of the checks for these limits. */
  look: number;
};

const usualLimits: TimeLimits = {
  handshake: 10 * seconds,
  headers: 10 * seconds,
  request: 30 * seconds,
  look: 5 * seconds,
};

/** The time that `close` waits for answers in progress. */
const patience = 3 * seconds;

/** An HTTP server of Thawline: everything that all routes share, and the addresses that tell how the service is. */
export class HttpServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor({
    log,
    https,
    checks,
    lifetime = new Lifetime('serving'),
    routes,
    upgrades = [],
    metrics = new HttpMetrics(),
    isForOurs = false,
    trustsTrace = false,
    showsMetrics = true,
    errors = directLineErrors,
    certificates,
    timeLimits,
    isOpen = () => {},
  }: HttpServerDependencies) {
    // restify's own log is off because it would hold raw errors; its name is empty because it would become a Server
    // header.
    const limits = { ...usualLimits, ...timeLimits };
    this.#server = restify.createServer({
      name: '',
      log: silent(),
      formatters: safeFormatters(errors),
      ...(certificates && { httpsServerOptions: httpsOptions(certificates, limits.handshake) }),
    });
    const { server } = this.#server;
    if (server instanceof HttpsServer) {
      certificates?.onRenewed((material) => renew(server, material));
      server.on('tlsClientError', (error: NodeJS.ErrnoException) =>
        log.warn({ code: error.code ?? 'none' }, 'a TLS handshake failed'),
      );
    }
    server.requestTimeout = limits.request;
    server.headersTimeout = limits.headers;
    // This option is set afterwards, since restify does not pass it on; Node reads it when it begins to listen.
    Object.assign(server, { connectionsCheckingInterval: limits.look });
    // Longer than a load balancer keeps a connection; otherwise it could send a request just as this side closes.
    server.keepAliveTimeout = 65 * seconds;
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    ignoreOtherUpgrades(server);
    const refuse = refusing(isOpen);
    server.on('upgrade', (request, socket, head) => {
      try {
        refuse(request);
        if (upgrades.some((upgrade) => upgrade(request, socket, head))) return;
        throw new RequestRefused('addressUnknown');
      } catch (error) {
        answerRaw(socket, error, errors);
      }
    });
    // Without this listener an error of the server would end the process; `listen` throws those of listening.
    this.#server.on('error', (error: unknown) => {
      if (server.listening) log.error({ err: loggedError(error) }, 'the server failed');
    });
    answerUnreadable(server, errors);
    this.#server.pre(securityHeaders(https), headersOnce, headAsGet, refuseWhileClosed(refuse));
    this.#server.pre(sendAway(lifetime));
    const traceOf = (request: Request) => (isForOurs ? traceIn(request.headers.traceparent) : undefined);
    this.#server.pre(spanOf(isForOurs || trustsTrace));
    answerErrors(this.#server, log, { form: errors, traceOf });
    observe(this.#server, log, { metrics, traceOf });
    const standing = standingRoutes({ lifetime, checks, metrics: showsMetrics ? metrics : undefined });
    for (const route of [standing, ...routes]) route(this.#server);
  }

  /**
   * @returns the port, which the system chose where 0 was given
   * @throws UnfreezeError `settingsInvalid` where the address or the port is not available
   */
  async listen(host: string, port: number): Promise<{ host: string; port: number }> {
    const { server } = this.#server;
    await new Promise<void>((resolve, reject) => {
      const refuse = (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port));
      server.once('error', refuse);
      server.listen({ host, port }, () => {
        server.off('error', refuse);
        resolve();
      });
    });
    return { host, port: (server.address() as AddressInfo).port };
  }

  /** Refuses new requests, waits a few seconds for those in progress, then ends the rest. */
  async close(): Promise<void> {
    const { server } = this.#server;
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const deadline = setTimeout(() => {
      for (const socket of this.#sockets) socket.destroy();
    }, patience);
    await closed;
    clearTimeout(deadline);
  }
}

function silent(): NonNullable<restify.ServerOptions['log']> {
  // The types still want a bunyan log, but restify 12 takes pino.
  return pino({ level: 'silent' }) as unknown as NonNullable<restify.ServerOptions['log']>;
}

function securityHeaders(https: boolean): restify.RequestHandler {
  return function setSecurityHeaders(_request, response, next) {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
    return next();
  };
}

/**
 * Closes each connection after its answer once the service is ending, so that the next request goes to another process.
 */
function sendAway(lifetime: Lifetime): restify.RequestHandler {
  return function sendAway(_request, response, next) {
    if (lifetime.stage === 'stopping') response.setHeader('Connection', 'close');
    return next();
  };
}

/** Records a span for requests that bring something in. Spans of probes and files would only be in the way. */
function spanOf(trusts: boolean): restify.RequestHandler {
  return function beginsSpan(request, response, next) {
    const from = trusts ? placeIn(request.headers.traceparent) : undefined;
    if (request.method !== 'POST') return next();
    const begun = beginSpan('request', from, () => next());
    response.once('close', () => begun?.ends({ name: `${request.method} ${methodAndRoute(request).route}` }));
  };
}

type Observing = { metrics: HttpMetrics; traceOf: (request: Request) => string | undefined };

function observe(server: Server, log: Logger, { metrics, traceOf }: Observing): void {
  server.on('after', (request: Request, response: Response) => {
    const { method, route } = methodAndRoute(request);
    const milliseconds = Date.now() - request.time();
    metrics.answered(method, route, response.statusCode, milliseconds);
    const trace = traceOf(request);
    const answered = { method, route, status: response.statusCode, milliseconds };
    if (trace === undefined) log.debug(answered, 'a request was answered');
    else log.info({ ...answered, trace }, 'a request was answered');
  });
}
