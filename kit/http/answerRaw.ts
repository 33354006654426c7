import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { directLineErrors, type ErrorForm, errorAnswer } from './errorAnswers.ts';

/**
 * Answers with an error and closes the connection. It is for a socket after an upgrade request, where no server answers
 * for us.
 */
export function answerRaw(socket: Duplex, error: unknown, form: ErrorForm = directLineErrors): void {
  const { status, headers, body } = errorAnswer(error, form);
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = JSON.stringify(body);
  // An error of a socket whose client has gone must not end the process.
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: ${form.contentType}\r\n` +
      `X-Content-Type-Options: nosniff\r\n${more.join('')}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}
