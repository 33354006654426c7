import { Agent } from 'undici';

const agent = new Agent({ connections: 64, pipelining: 1 });

type Asked = { method?: string; headers?: Record<string, string>; body?: string };
type Answered = { status: number; text: string };

/** One request, with less of the measuring process's own time than `fetch` takes. */
export async function ask(
  url: string,
  { method = 'POST', headers = {}, body }: Asked = {},
): Promise<Answered> {
  const { origin, pathname, search } = new URL(url);
  const response = await agent.request({
    origin,
    path: pathname + search,
    method: method === 'GET' ? 'GET' : 'POST',
    headers,
    ...(body !== undefined && { body }),
  });
  return { status: response.statusCode, text: await response.body.text() };
}
