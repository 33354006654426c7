import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerRaw } from './answerRaw.ts';
import { type AnswerCode, type ErrorForm, RequestRefused } from './errorAnswers.ts';

const answers: Record<string, AnswerCode> = {
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'requestTooSlow',
};

/**
 * Answers requests that reach no route in the form of all errors: those that are not HTTP or could be read in two ways
 * (RFC 9112, section 6.3), those with too long headers, and those that do not end.
 */
export function answerUnreadable(server: Server, form: ErrorForm): void {
  const latest = new WeakMap<Socket, ServerResponse>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) =>
    latest.set(socket, response),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const { code = '' } = error;
    // A failure below HTTP gets no answer: a TLS handshake that never ended would hold it back for ever.
    if (!/^(HPE|ERR_HTTP)_/.test(code)) {
      socket.destroy();
      return;
    }
    if (socket.writable && isAboutTheNext(latest.get(socket))) {
      answerRaw(socket, new RequestRefused(answers[code] ?? 'requestUnreadable'), form);
    }
    // Closes the socket once everything is written, even if the other side keeps its half open.
    socket.destroySoon();
  });
}

/**
 * Whether the error is about the next request. Otherwise the answer could be taken for that of an earlier request that
 * is still being worked on, or be written into it.
 */
function isAboutTheNext(response: ServerResponse | undefined): boolean {
  if (!response || response.writableFinished) return true;
  return !response.headersSent && !response.req.complete;
}
