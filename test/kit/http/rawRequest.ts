import { once } from 'node:events';
import { connect } from 'node:net';

export type RawAnswer = { status: number; body: Record<string, unknown>; raw: string };

/**
 * Sends bytes as they are, and reads until the other side ends the connection.
 * @param thenEnds whether the sender ends its half; else the other side must end the connection by itself
 */
export async function rawRequest(url: string, bytes: string | Buffer, thenEnds = false): Promise<RawAnswer> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  let raw = '';
  socket.on('data', (text) => {
    raw += text;
  });
  // A sender of too much may meet a closed connection; what was answered before that counts.
  socket.on('error', () => {});
  socket.write(bytes);
  if (thenEnds) socket.end();
  await once(socket, 'close');
  // The body may be in chunks.
  const [body = '{}'] = /\{.*\}/s.exec(raw) ?? [];
  return { status: Number(raw.split(' ')[1]), body: JSON.parse(body), raw };
}
