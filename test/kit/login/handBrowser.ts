/** What a browser does with cookies and redirects, without its screen. Cookies are kept by host and port. */
export class HandBrowser {
  readonly #jar = new Map<string, Map<string, string>>();
  readonly written: string[] = [];

  cookies(url: string): Map<string, string> {
    const { host } = new URL(url);
    const kept = this.#jar.get(host) ?? new Map<string, string>();
    this.#jar.set(host, kept);
    return kept;
  }

  /** One request, with no redirect followed. */
  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const kept = this.cookies(url);
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { Cookie: cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      this.written.push(line);
      const [pair = '', ...attributes] = line.split(/; */);
      const name = pair.slice(0, pair.indexOf('='));
      const isOver = attributes.some(
        (one) => /^max-age=0$/i.test(one) || /^expires=Thu, 01 Jan 1970/i.test(one),
      );
      if (isOver) kept.delete(name);
      else kept.set(name, pair.slice(name.length + 1));
    }
    return response;
  }

  /** Follows redirects until something is shown. @returns the address of that, and what it says */
  async visit(
    url: string,
    stopsAt: (address: string) => boolean = () => false,
  ): Promise<{ url: string; text: string }> {
    let at = url;
    for (let hops = 0; hops < 12; hops += 1) {
      if (stopsAt(at)) return { url: at, text: '' };
      const response = await this.ask(at);
      const to = response.headers.get('location');
      if (to === null) return { url: at, text: await response.text() };
      at = new URL(to, at).href;
    }
    throw new Error(`redirects without an end, the last to ${at}`);
  }

  /** What a page of the same site does with `fetch`. */
  async post(url: string, body: object = {}, headers: Record<string, string> = {}): Promise<Response> {
    const own = { Origin: new URL(url).origin, 'Sec-Fetch-Site': 'same-origin' };
    const init = { method: 'POST', body: JSON.stringify(body) };
    return this.ask(url, { ...init, headers: { 'Content-Type': 'application/json', ...own, ...headers } });
  }
}
