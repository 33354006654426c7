import type { Logger } from 'pino';
import type { RouteGroup } from '../kit/http/httpServer.ts';
import type { NetworkAddress } from '../kit/http/networkAddress.ts';
import type { IdentityProvider } from '../kit/login/identityProvider.ts';
import { LogIn } from '../kit/login/logIn.ts';
import { OpenIdProvider } from '../kit/login/openIdProvider.ts';
import { Sessions } from '../kit/login/sessions.ts';
import type { Pages } from '../kit/pages/openPages.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock } from '../kit/time.ts';
import { AnchorFile } from './audit/anchorFile.ts';
import type { Bank } from './bank.ts';
import type { ServiceSettings } from './bankSettings.ts';
import { CardOperations } from './cardSystem/cardOperations.ts';
import type { ConversationReadings } from './contract/conversationsRead.ts';
import { operatorAddresses } from './contract/operatorAddresses.ts';
import type { CasesOfPeople } from './contract/operatorFigures.ts';
import { Resending } from './notifications/resending.ts';
import { Acts } from './operatorPage/acts.ts';
import { CardFiles } from './operatorPage/cardFile.ts';
import { operatorPageRoutes } from './operatorPage/operatorPage.ts';
import { OperatorSessionRows } from './operatorPage/operatorSessionsTable.ts';
import { standingNow } from './operatorPage/standing.ts';
import type { KeyRing } from './security/keyRing.ts';
import { replayEvents } from './webhooks/replay.ts';

type OpenOperatorPageOptions = {
  config: Pick<ServiceSettings, 'login' | 'fourEyes' | 'auditAnchors' | 'webhooksTo'>;
  bank: Bank;
  store: Store;
  keyRing: KeyRing;
  /** Those who can be logged in as where the bank has no provider; undefined outside the demo. */
  demo: IdentityProvider | undefined;
  /** The bot's half; undefined where it cannot be asked. */
  conversations: ConversationReadings | undefined;
  /** Undefined where the bot's half is elsewhere. */
  casesOfPeople?: CasesOfPeople | undefined;
  publicUrl: () => string;
  networkAddress: NetworkAddress;
  pages: Pages;
  clock: Clock;
  log: Logger;
};

/** The operator's page with its log-in; undefined where there is nobody who could say who somebody is. */
export function openOperatorPage({
  config,
  bank,
  demo,
  ...parts
}: OpenOperatorPageOptions): RouteGroup | undefined {
  const { store, keyRing, clock } = parts;
  const provider = config.login ? new OpenIdProvider({ at: config.login, clock }) : demo;
  if (!provider) return undefined;
  const logIn = new LogIn({
    ...parts,
    page: operatorAddresses.page,
    provider,
    sessions: new Sessions({ store, rows: OperatorSessionRows, clock }),
    secret: () => keyRing.secrets('webChatTokenKey'),
  });
  const shared = { ...bank, ...parts };
  const resending = new Resending(shared);
  const { casesOfPeople } = parts;
  const replays: ConstructorParameters<typeof Acts>[0]['replays'] = async (during, by) => {
    await bank.chaining.chain();
    return replayEvents(shared, during, by);
  };
  return operatorPageRoutes({
    ...shared,
    logIn,
    standing: () => standingNow(shared),
    acts: new Acts({
      ...{ ...shared, resending, casesOfPeople, fourEyes: config.fourEyes },
      operations: new CardOperations(shared),
      replays: config.webhooksTo && replays,
    }),
    files: new CardFiles({ ...shared, resending, casesOfPeople }),
    sink: new AnchorFile(config.auditAnchors),
  });
}
