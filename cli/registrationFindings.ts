import { setTimeout } from 'node:timers/promises';
import { AppCredentials, AuthenticationConstants } from 'botframework-connector';
import { frameworkCredentials } from '../bot/channels/botFramework/credentials.ts';
import type { MicrosoftRegistration } from '../bot/channels/botFramework/microsoftSettings.ts';
import { UnfreezeError } from '../kit/errors.ts';
import { seconds } from '../kit/time.ts';
import type { Finding } from './finding.ts';

/** The longest wait for an answer; the SDK itself would wait as long as the machine's network does. */
const patience = 20 * seconds;

/** Gets a token for the channels' services; rejects as the SDK's credentials do. */
export type AskToken = (registration: MicrosoftRegistration) => Promise<unknown>;

/** Checks with Microsoft's directory whether the bot's registration gives it a token. */
export async function registrationFindings(
  registration: MicrosoftRegistration,
  askToken: AskToken,
): Promise<Finding[]> {
  try {
    await askToken(registration);
    return [];
  } catch (error) {
    if (error instanceof UnfreezeError) throw error;
    return [refused(error) ?? unchecked(error)];
  }
}

/** Gets a token in the same way as the bot, but never one that was cached earlier. */
export async function tokenOfRegistration(registration: MicrosoftRegistration): Promise<string> {
  const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: login } = AuthenticationConstants;
  const factory = frameworkCredentials(registration);
  const credentials = await factory.createCredentials(registration.appId, scope, login, true);
  if (!(credentials instanceof AppCredentials)) throw new Error('no credentials');
  const late = setTimeout(patience, undefined, { ref: false }).then(() => Promise.reject(new Error('late')));
  return Promise.race([credentials.getToken(true), late]);
}

/** OAuth 2.0 error codes (RFC 6749, section 5.2) that are the server's own trouble and say nothing about the client. */
const ofTheServer = ['server_error', 'temporarily_unavailable'];

/** The finding for a refused token. Only the error's codes are used, since its text may hold the request. */
function refused(error: unknown): Finding | undefined {
  const { name, errorCode, errorNo } = Object(error) as {
    name?: unknown;
    errorCode?: unknown;
    errorNo?: unknown;
  };
  const code = String(errorCode);
  if (name !== 'ServerError' || ofTheServer.includes(code) || !/^\w{1,60}$/.test(code)) return undefined;
  const number = /^\d{1,10}$/.test(String(errorNo)) ? `, AADSTS${errorNo}` : '';
  const what = `MicrosoftAppId: Microsoft's directory refuses the bot's registration (${code}${number})`;
  return { weight: 'unsafe', what };
}

function unchecked(error: unknown): Finding {
  const { errorCode = 'no answer' } = Object(error) as { errorCode?: unknown };
  const why = /^\w{1,60}$/.test(String(errorCode)) ? String(errorCode) : 'no answer';
  return { weight: 'look', what: `MicrosoftAppId: the registration could not be checked (${why})` };
}
