import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerRaw } from './answerRaw.ts';
import { type AnswerCode, type ErrorForm, RequestRefused } from './errorAnswers.ts';

const answers: Record<string, AnswerCode> = {
  HPE_HEADER_OVERFLOW: 'headersTooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'requestTooSlow',
};

/**
 * Answers what no route ever sees with the same form as all else: what is no HTTP or could be read in two ways
 * (RFC 9112, section 6.3), headers that are too long, and a request that does not come to its end.
 */
export function answerUnreadable(server: Server, form: ErrorForm): void {
  const latest = new WeakMap<Socket, ServerResponse>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) =>
    latest.set(socket, response),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const { code = '' } = error;
    // What has failed below HTTP takes no answer: a TLS handshake that never ended would hold it back for ever.
    if (!/^(HPE|ERR_HTTP)_/.test(code)) {
      socket.destroy();
      return;
    }
    if (socket.writable && isAboutTheNext(latest.get(socket))) {
      answerRaw(socket, new RequestRefused(answers[code] ?? 'requestUnreadable'), form);
    }
    // Ends it when all that was written is out, however long the other side keeps its half open.
    socket.destroySoon();
  });
}

/** Else it would be taken for the answer to a request that came before and is still worked on, or get into that. */
function isAboutTheNext(response: ServerResponse | undefined): boolean {
  if (!response || response.writableFinished) return true;
  return !response.headersSent && !response.req.complete;
}
