import type { IdentityProvider } from '../kit/login/identityProvider.ts';
import { LogIn } from '../kit/login/logIn.ts';
import { OpenIdProvider } from '../kit/login/openIdProvider.ts';
import { Sessions } from '../kit/login/sessions.ts';
import type { Store } from '../kit/store/store.ts';
import type { Config } from './config.ts';
import { DeskSessionRows } from './deskSessionsTable.ts';

type OpenDeskLogInOptions = Omit<ConstructorParameters<typeof LogIn>[0], 'page' | 'provider' | 'sessions'> & {
  config: Pick<Config, 'login'>;
  store: Store;
  /** The identities to log in with where the bank has no provider; undefined outside the demo. */
  demo: IdentityProvider | undefined;
};

/** The log-in of the desk; undefined where no provider is set. */
export function openDeskLogIn({ config, store, demo, ...parts }: OpenDeskLogInOptions): LogIn | undefined {
  const { clock } = parts;
  const provider = config.login ? new OpenIdProvider({ at: config.login, clock }) : demo;
  if (!provider) return undefined;
  const sessions = new Sessions({ store, rows: DeskSessionRows, clock });
  return new LogIn({ ...parts, page: '/desk', provider, sessions });
}
