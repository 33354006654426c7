import type { ScenarioChannel } from '../../scenarios/channel.ts';
import type { InProcessConversation } from '../../scenarios/inProcess.ts';
import type { ScenarioBank } from '../../scenarios/scenarioBank.ts';
import type { House } from '../houseWith.ts';

export const channelId = 'harbour-radio';
/** What the channel calls its listener; the number of the telephone goes beside it. */
export const pseudonym = 'a listener of harbour radio';
const phone = '+12025550101';

/** The made-up channel in a house that knows it, without a wire: it keeps what it was sent. */
export type HarbourRadio = ScenarioChannel & { readonly conversations: InProcessConversation[] };

export async function overHarbourRadio(house: House, bank: ScenarioBank): Promise<HarbourRadio> {
  const { InProcessConversation: InProcess } = await house.load<
    typeof import('../../scenarios/inProcess.ts')
  >('test/scenarios/inProcess.ts');
  const place = { channelId, user: pseudonym, phone };
  const conversations: InProcessConversation[] = [];
  return {
    name: channelId,
    conversations,
    async begin(language) {
      const conversation = await new InProcess(bank, language, place).begins();
      conversations.push(conversation);
      return conversation;
    },
    close: async () => {},
  };
}
