import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { type Brand, unbranded } from '../../brand/brand.ts';
import { brandedTexts } from '../../brand/brandedWords.ts';
import { type Asset, acceptedEncoding, compressed } from '../../kit/pages/asset.ts';
import { fileOf } from '../../kit/pages/builtPages.ts';
import type { Pages } from '../../kit/pages/openPages.ts';
import { whenFirstAsked } from '../../kit/pages/whenFirstAsked.ts';
import { embed as words } from '../../words/embed.ts';

/** One hour in seconds. A bank's page names no version, so this is how long an old script can stay in use. */
const maxAge = 60 * 60;

/** The script that adds the chat to a bank's own page: adds `GET /embed.js` to a server. */
export function embedScript(pages: Pages, brand: Brand = unbranded): (server: Server) => void {
  const given = { words: brandedTexts(brand, 'embed', words), colour: brand.look?.header ?? '#0b3d5c' };
  const branded = whenFirstAsked(async () => assetWith(fileOf(await pages('embed'), 'embed.js'), given));

  const sendScript = async (request: Request, response: Response) => {
    const asset = await branded();
    const headers = {
      'Content-Type': asset.contentType,
      'Cache-Control': `public, max-age=${maxAge}`,
      ETag: `"${asset.hash}"`,
      // Pages of other origins may load the script, also those that only load what allows it.
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

/** The script with its texts in front, as `thawlineBrand`, since it was built before any bank was known. */
function assetWith(asset: Asset, given: object): Asset {
  const script = `(function(thawlineBrand){${asset.encoded.identity}\n})(${JSON.stringify(given)});`;
  const content = Buffer.from(script);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { ...asset, hash, encoded: compressed(content, 9) };
}
