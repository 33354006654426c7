import twilio from 'twilio';

/** Twilio's own client, led to a stand-in of its REST API on loopback. */
export class ToStandIn extends twilio.RequestClient {
  readonly #url: string;

  constructor(url: string) {
    super();
    this.#url = url;
  }

  override request<Data>(options: Parameters<typeof twilio.RequestClient.prototype.request<Data>>[0]) {
    return super.request<Data>({ ...options, uri: options.uri.replace('https://api.twilio.com', this.#url) });
  }
}
