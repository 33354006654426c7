import { type Activity, createBotFrameworkAuthenticationFromConfiguration } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { UnfreezeError } from '../../../kit/errors.ts';
import type { ChannelTokens } from './channelTokens.ts';

/** Checks who may call the bot, and gives the bot its own tokens for the channels' services. */
export class FrameworkAuthentication extends BotFrameworkAuthentication {
  readonly #tokens: ChannelTokens | undefined;
  readonly #outgoing: BotFrameworkAuthentication;

  /** @param tokens undefined where no registration is set: then only clients on loopback are let in, by the routes */
  constructor({
    tokens,
    credentials,
  }: { tokens: ChannelTokens | undefined; credentials: ServiceClientCredentialsFactory }) {
    super();
    this.#tokens = tokens;
    this.#outgoing = createBotFrameworkAuthenticationFromConfiguration(null, credentials);
  }

  override async authenticateRequest(
    { channelId, serviceUrl }: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const payload = await this.#tokens?.verify(authorization, { channelId, serviceUrl });
    const claims = Object.entries(payload ?? {}).map(([type, value]) => ({ type, value: String(value) }));
    const claimsIdentity = new ClaimsIdentity(claims, true);
    return {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity,
      connectorFactory: this.createConnectorFactory(claimsIdentity),
    };
  }

  override async authenticateStreamingRequest(): Promise<never> {
    throw new UnfreezeError('messageInvalid', 'no streaming');
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return this.#outgoing.createConnectorFactory(claimsIdentity);
  }

  override createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.#outgoing.createUserTokenClient(claimsIdentity);
  }
}
