import { overChatwoot } from './chatwoot/overChatwoot.ts';
import { deskConformance } from './deskConformance.ts';
import { overDeskApi } from './overDeskApi.ts';

deskConformance('its own addresses, which our page and another desk use', overDeskApi);
deskConformance('a self-hosted Chatwoot', overChatwoot);
