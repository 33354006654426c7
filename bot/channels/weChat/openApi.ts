import * as z from 'zod';
import { openApiDocument } from '../../../kit/http/openApiDocument.ts';
import { weChatAddress } from './routes.ts';

const signed = {
  timestamp: 'Seconds since 1970, at most ten minutes away from now',
  nonce: 'A word of the platform’s',
};
const xml = 'text/xml';
const Encrypted = z.object({ Encrypt: z.string().describe('AES-256-CBC as safe mode has it, base64') });

/** What WeChat calls for an official account in safe mode, as an OpenAPI 3.1 document. */
export function weChatOpenApi(): object {
  return openApiDocument({
    title: 'What WeChat calls',
    version: '1',
    description:
      'An official account’s server address in safe mode; requests that are not encrypted are refused. See docs/channels.md.',
    calls: [
      {
        ...{ method: 'get', path: weChatAddress, answers: 'text/plain' },
        query: { ...signed, signature: 'SHA-1 over token, timestamp and nonce', echostr: 'What is answered' },
        summary: 'The console’s question whether the address is ours',
      },
      {
        ...{ method: 'post', path: weChatAddress, takes: Encrypted, takesAs: xml, answers: xml },
        query: { ...signed, msg_signature: 'SHA-1 over token, timestamp, nonce and Encrypt' },
        summary: 'A message or an event; the answer is encrypted too, or the word success',
      },
    ],
  });
}
