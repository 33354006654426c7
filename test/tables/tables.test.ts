import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { channelOfId, channels } from '../../services/contract/channels.ts';
import { authenticationItems } from '../../services/contract/items/index.ts';
import type { Exchange } from '../scenarios/play.ts';
import type { ScenarioBank } from '../scenarios/scenarioBank.ts';
import { houseWithMore } from './house/house.ts';
import { channelId, type HarbourRadio, overHarbourRadio, pseudonym } from './house/overHarbourRadio.ts';
import type { House } from './houseWith.ts';

const folder = new URL('files/', import.meta.url);
const files = globSync('*.scenario', { cwd: fileURLToPath(folder) }).sort();

describe('with a third item and a made-up channel in the tables, and nothing else changed', () => {
  let house: House;
  let bank: ScenarioBank;
  let channel: HarbourRadio;

  before(async function () {
    this.timeout(60_000);
    house = houseWithMore();
    const { ScenarioBank: Opened } = await house.load<typeof import('../scenarios/scenarioBank.ts')>(
      'test/scenarios/scenarioBank.ts',
    );
    bank = await Opened.open();
    channel = await overHarbourRadio(house, bank);
  });
  beforeEach(() => bank.reset());
  after(async () => {
    await bank.close();
    house.leave();
  });

  const sourceOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

  async function plays(file: string, wanted?: 'en'): Promise<Exchange[]> {
    const { headerOf, readScenario } = await house.load<typeof import('../scenarios/scenario.ts')>(
      'test/scenarios/scenario.ts',
    );
    const { play } = await house.load<typeof import('../scenarios/play.ts')>('test/scenarios/play.ts');
    const exchanges = [];
    for (const language of wanted ? [wanted] : headerOf(file, sourceOf(file)).languages) {
      await bank.reset();
      exchanges.push(
        ...(await play(file, readScenario(file, sourceOf(file), language), { language, channel, bank })),
      );
      assert.doesNotMatch(await bank.keptByTheBot(), /2025550/, 'the third item stands on the bot’s side');
    }
    return exchanges;
  }
  const rows = (query: string): Promise<Record<string, unknown>[]> =>
    bank.bank.store.read((manager) => manager.query(query));

  for (const file of files) {
    it(`plays ${file}`, async () => {
      await plays(file);
    }).timeout(60_000);
  }

  it('checks each of the three items, for the telephone of the channel', async () => {
    await plays('threeItems.scenario', 'en');
    assert.deepEqual(
      await rows('SELECT item, matched FROM authentication_results ORDER BY claimed_at, rowid'),
      ['identityDocument', 'transactionPassword', 'registeredPhone'].map((item) => ({ item, matched: 1 })),
    );
    assert.deepEqual(await rows('SELECT channel, address, state FROM authentication_requests'), [
      { channel: 'harbourRadio', address: pseudonym, state: 'unfrozen' },
    ]);
  });

  it('asks for the third item in a form with the words of its own', async () => {
    const exchanges = await plays('threeItems.scenario', 'en');
    const forms = exchanges.flatMap(({ answers }) => answers.flatMap(({ form }) => form ?? []));
    const { label, hint, problems } = forms.at(-1)?.words ?? {};
    assert.deepEqual(
      { label, hint, problems },
      {
        label: 'Registered telephone',
        hint: 'with its country code',
        problems: {
          empty: 'Please enter the number first.',
          notPhone: 'A number with {{count}} digits is no telephone.',
        },
      },
    );
  });

  it('names what it will ask for, each item by its name', async () => {
    const exchanges = await plays('threeItems.scenario', 'en');
    const said = exchanges.flatMap(({ answers }) => answers);
    assert.equal(
      said.find(({ messageId }) => messageId === 'instructions.several')?.text,
      'To unfreeze it I will ask for the number of your identity document, your six-digit transaction ' +
        'password, and your registered telephone. Please have that ready. It takes about a minute.',
    );
  });

  it('names the channel in the receipt', async () => {
    await plays('threeItems.scenario', 'en');
    const { Phone } = await house.load<typeof import('../services/secureForm/phone.ts')>(
      'test/services/secureForm/phone.ts',
    );
    const phone = new Phone(bank.bank);
    await phone.delivery.deliverDue();
    assert.match(phone.messages.map(({ body }) => body).join(), /通过海港电台解冻/);
  });

  it('offers no more than it must where a line costs, and asks for secrets by link where they would show', async () => {
    await plays('threeItems.scenario', 'en');
    const said = channel.conversations.at(-1)?.everything ?? [];
    const question = said.find(({ channelData }) => channelData?.thawline?.messageId === 'unfreeze.confirm');
    assert.equal(question?.suggestedActions?.actions.length, 2);

    const { authenticationRequest, card, dialogConversation } = await house.load<
      typeof import('../dialogs/dialogConversation.ts')
    >('test/dialogs/dialogConversation.ts');
    const linked = dialogConversation('en', { channelId, messagingSecrets: 'link' });
    linked.customerService.queryCardStatus.resolves({
      status: 'frozen',
      instructions: { remote: true, reasons: [], demands: ['transactionPassword'] },
    });
    const { id, expiresAt } = authenticationRequest;
    linked.processor.requestUnfreezing.resolves({ outcome: 'secureLinkSent', id, expiresAt });
    await linked.says('unfreeze', { what: 'card', card });
    await linked.hears('yes', undefined, 'secureLink.sent');
    assert.equal(linked.processor.requestUnfreezing.firstCall.args[0].through, 'secureLink');
  });

  it('takes both over HTTP, and names them to who reads of it', async () => {
    const { BankService } = await house.load<typeof import('../services/bankApi/bankService.ts')>(
      'test/services/bankApi/bankService.ts',
    );
    const service = await BankService.open(bank.bank);
    try {
      const client = service.client();
      const userTerminal = { channel: 'harbourRadio' as string as 'webChat', address: pseudonym };
      const { card } = await client.nameCard('6200000000000033332');
      await client.queryCardStatus({ card, userTerminal });
      const answer = await client.requestUnfreezing({ card, userTerminal });
      assert.ok(answer.outcome === 'authenticationRequested');
      assert.deepEqual(answer.authenticationRequest.items, [
        'identityDocument',
        'transactionPassword',
        'registeredPhone',
      ]);
    } finally {
      await service.close();
    }
    const { bankOpenApi } = await house.load<typeof import('../../services/bankApi/openApi.ts')>(
      'services/bankApi/openApi.ts',
    );
    for (const name of ['registeredPhone', 'harbourRadio'])
      assert.match(JSON.stringify(bankOpenApi()), new RegExp(name));
  });

  it('leaves the tables of every other test as they are', async () => {
    assert.deepEqual(authenticationItems, ['identityDocument', 'transactionPassword']);
    assert.ok(!JSON.stringify(channels).includes('harbourRadio'));
    assert.throws(() => channelOfId(channelId), { code: 'messageInvalid' });
  });
});
