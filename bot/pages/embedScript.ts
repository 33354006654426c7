import type { Request, Response, Server } from 'restify';
import { acceptedEncoding } from '../../kit/pages/asset.ts';
import { fileOf } from '../../kit/pages/builtPages.ts';
import type { Pages } from '../../kit/pages/openPages.ts';

/** An hour: a bank's page names no version, so this is how long an old script may go on. */
const maxAge = 60 * 60;

/** The script that puts the chat on a bank's own page: puts `GET /embed.js` on a server. */
export function embedScript(pages: Pages): (server: Server) => void {
  const sendScript = async (request: Request, response: Response) => {
    const asset = fileOf(await pages('embed'), 'embed.js');
    const headers = {
      'Content-Type': asset.contentType,
      'Cache-Control': `public, max-age=${maxAge}`,
      ETag: `"${asset.hash}"`,
      // Made for pages of other origins, also those that load nothing which does not say so.
      'Cross-Origin-Resource-Policy': 'cross-origin',
      Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === headers.ETag) {
      response.writeHead(304, headers);
      response.end();
      return;
    }
    const encoding = acceptedEncoding(request.headers['accept-encoding']?.toString());
    const body = asset.encoded[encoding];
    response.writeHead(200, {
      ...headers,
      'Content-Length': body.length,
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    });
    response.end(body);
  };

  return (server) => server.get('/embed.js', sendScript);
}
