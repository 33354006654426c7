import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { UnfreezeError } from '../../../kit/errors.ts';
import { answerRaw } from '../../../kit/http/answerRaw.ts';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { loggedError } from '../../../kit/loggedError.ts';
import { seconds } from '../../../kit/time.ts';
import { usualTraffic } from '../../../kit/trafficSettings.ts';
import type { ConversationLog } from './conversationLog.ts';
import { ConversationSockets } from './conversationSockets.ts';
import { SocketPlaces } from './socketPlaces.ts';
import { teller } from './teller.ts';
import type { ConversationTokens } from './tokens.ts';

const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;
const pingInterval = 30 * seconds;
/** How long what another process has added stays unseen on a stream of this one. */
const lookInterval = 1 * seconds;

/** Close codes of RFC 6455, section 7.4.1, and `restart` of IANA's registry: come again, after a time of your own choice. */
const closeCodes = {
  replaced: 1000,
  goingAway: 1001,
  policyViolation: 1008,
  internalError: 1011,
  restart: 1012,
};

/** A name that a client gives itself, to hold a socket beside other clients of its conversation. */
const clientName = /^\w{1,32}$/;

/** The WebSocket side of Direct Line. Clients send nothing but empty frames to keep a socket alive. */
export class Streams {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  readonly #sockets = new ConversationSockets<WebSocket>();
  readonly #conversationLog: ConversationLog;
  readonly #tokens: ConversationTokens;
  readonly #log: Logger;
  readonly #places: SocketPlaces;
  readonly #looking: NodeJS.Timeout;
  readonly #stopListening: () => void;
  #isLooking = false;

  constructor(parts: {
    conversationLog: ConversationLog;
    tokens: ConversationTokens;
    log: Logger;
    /** How many there may be at once. */
    places?: SocketPlaces;
  }) {
    this.#places =
      parts.places ?? new SocketPlaces({ most: usualTraffic.sockets, networkAddress: undefined });
    this.#looking = setInterval(() => void this.#look(), lookInterval).unref();
    this.#conversationLog = parts.conversationLog;
    this.#stopListening = parts.conversationLog.listenToOthers();
    this.#tokens = parts.tokens;
    this.#log = parts.log;
  }

  /** Takes an HTTP upgrade to a conversation's stream; false when it asks for something else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const url = URL.parse(request.url ?? '', 'http://own');
    const conversationId = url && streamPath.exec(url.pathname)?.[1];
    if (!url || !conversationId) return false;
    // Until `ws` takes the socket over, an error on it would have no listener and end the process.
    const ignore = () => socket.destroy();
    socket.on('error', ignore);
    try {
      const leave = this.#places.take(request);
      socket.once('close', leave);
    } catch (error) {
      answerRaw(socket, error);
      return true;
    }
    const { searchParams } = url;
    this.#admit(conversationId, searchParams).then(
      (watermark) => {
        socket.off('error', ignore);
        this.#server.handleUpgrade(request, socket, head, (webSocket) =>
          this.#connect(webSocket, conversationId, { watermark, client: clientOf(searchParams) }),
        );
      },
      (error: unknown) => {
        if (!(error instanceof UnfreezeError)) this.#log.error({ err: loggedError(error) }, 'no stream');
        answerRaw(socket, error);
      },
    );
    return true;
  }

  /** Closes the stream of a conversation that is over. */
  end(conversationId: string): void {
    for (const webSocket of this.#sockets.of(conversationId)) webSocket.close(closeCodes.goingAway);
  }

  /**
   * Closes the streams that are open, evenly over the second half of a time: in the first one whoever sends clients on
   * learns that no more of them should come here.
   */
  leave(milliseconds: number): void {
    const open = this.#sockets.all();
    for (const [place, webSocket] of open.entries()) {
      const moment = (milliseconds / 2) * (1 + place / open.length);
      setTimeout(() => webSocket.close(closeCodes.restart, 'come again'), moment).unref();
    }
  }

  close(): void {
    clearInterval(this.#looking);
    this.#stopListening();
    for (const webSocket of this.#sockets.all()) webSocket.close(closeCodes.restart, 'come again');
    this.#server.close();
  }

  async #look(): Promise<void> {
    // While the database is away a look lasts longer than the time to the next one.
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      await this.#conversationLog.lookForOthers();
    } catch (error) {
      this.#log.debug({ err: loggedError(error) }, 'what other processes have added could not be looked for');
    } finally {
      this.#isLooking = false;
    }
  }

  async #admit(conversationId: string, parameters: URLSearchParams): Promise<string> {
    const watermark = parameters.get('watermark') ?? '';
    const ticket = parameters.get('t');
    if (ticket === null) throw new RequestRefused('tokenMissing');
    await this.#tokens.verifyTicket(ticket, conversationId);
    await this.#conversationLog.after(conversationId, watermark);
    return watermark;
  }

  #connect(
    webSocket: WebSocket,
    conversationId: string,
    { watermark, client }: { watermark: string; client: string },
  ): void {
    for (const older of this.#sockets.add(conversationId, client, webSocket))
      older.close(closeCodes.replaced, 'replaced by a newer socket');
    const isCurrent = () =>
      this.#sockets.has(conversationId, webSocket) && webSocket.readyState === webSocket.OPEN;
    const tell = teller({
      next: (watermark) => this.#conversationLog.after(conversationId, watermark),
      send: (activitySet) => sent(webSocket, JSON.stringify(activitySet)),
      isCurrent,
      fails: (error) => {
        // A peer that left while a frame was on its way is nothing to report.
        if (isCurrent()) this.#log.warn({ err: loggedError(error) }, 'a stream stopped');
        webSocket.close(closeCodes.internalError);
      },
      watermark,
    });
    // Subscribed before the backlog is read: what comes in between is read by the next round.
    const unsubscribe = this.#conversationLog.subscribe(conversationId, tell);
    const stopPinging = keepAlive(webSocket);
    webSocket.on('message', (message) => {
      if (lengthOf(message) > 0) webSocket.close(closeCodes.policyViolation, 'this stream takes no messages');
    });
    // A frame that breaks the protocol or the limit: `ws` closes this socket with the code that says so.
    webSocket.on('error', () => {});
    webSocket.once('close', () => {
      stopPinging();
      unsubscribe();
      this.#sockets.remove(conversationId, webSocket);
    });
    tell();
  }
}

function clientOf(parameters: URLSearchParams): string {
  const name = parameters.get('client') ?? '';
  return clientName.test(name) ? name : '';
}

function sent(webSocket: WebSocket, frame: string): Promise<void> {
  return new Promise((resolve, reject) => {
    webSocket.send(frame, (error) => (error ? reject(error) : resolve()));
  });
}

/** Pings, and drops a peer that did not answer the last one: a dead network says nothing by itself. */
function keepAlive(webSocket: WebSocket): () => void {
  let answered = true;
  webSocket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return webSocket.terminate();
    answered = false;
    webSocket.ping();
  }, pingInterval).unref();
  return () => clearInterval(timer);
}

function lengthOf(message: RawData): number {
  return Array.isArray(message) ? message.length : message.byteLength;
}
