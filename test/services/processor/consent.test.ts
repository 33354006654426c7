// Guards a secret: where a country wants a consent of its own, no secret is looked at without it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { languages } from '../../../kit/language.ts';
import { consentVersion } from '../../../services/contract/consent.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { AuthenticationResults } from '../../../services/tables/authenticationRequest.ts';
import { consent as en } from '../../../words/en/conversation/consent.ts';
import { secureForm } from '../../../words/secureForm.ts';
import { consent as zhHans } from '../../../words/zh-Hans/conversation/consent.ts';
import { consent as zhHant } from '../../../words/zh-Hant/conversation/consent.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { trailOf } from '../audit/trailOf.ts';
import { numbers, textForms } from '../profiles/forms.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { Phone } from '../secureForm/phone.ts';
import { browser, liNa, openTestBank, type TestBank } from '../testBank.ts';

onEachDatabase('a consent before the first secret', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty, texts: textForms({ bank: 'cn', countries: new Map() }) });
  });
  afterEach(() => bank.close());

  const gives = async (
    request: Awaited<ReturnType<TestBank['authenticationRequest']>>,
    item: 'identityDocument' | 'transactionPassword',
    consent?: string,
  ) =>
    bank.processor.giveAuthenticationInformation({
      authenticationRequest: request.id,
      userTerminal: browser,
      item,
      envelope: await seal(liNa[item], { authenticationRequest: request, item }),
      ...(consent !== undefined && { consent }),
    });
  const consents = async () => (await trailOf(bank)).filter(({ action }) => action === 'consentGiven');

  it('is asked for by its version, and its version and time stand in the audit trail', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    assert.deepEqual(request.consent, { version: consentVersion });
    assert.equal((await gives(request, 'identityDocument', consentVersion)).outcome, 'itemTaken');
    assert.equal((await gives(request, 'transactionPassword', consentVersion)).outcome, 'unfrozen');
    const [entry = assert.fail(), ...others] = await consents();
    assert.deepEqual(others, []);
    assert.equal(entry.at, bank.now().toISOString());
    assert.equal(JSON.parse(entry.details).version, consentVersion);
    assert.equal(JSON.parse(entry.details).request, request.id);
  });

  it('is demanded before anything is counted, compared or kept', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    await rejectsWith('consentMissing', gives(request, 'identityDocument'));
    await rejectsWith('consentMissing', gives(request, 'identityDocument', '1999-01'));
    assert.equal(await bank.store.read((manager) => manager.count(AuthenticationResults)), 0);
    const { attempt } = await bank.processor.unfreezeRequestState(request.id);
    assert.deepEqual(attempt?.remaining, ['identityDocument', 'transactionPassword']);
    assert.deepEqual(await consents(), []);
  });

  it('is given once a request, with whichever item comes first', async () => {
    const request = await bank.authenticationRequest(liNa.number);
    await gives(request, 'transactionPassword', consentVersion);
    assert.equal((await gives(request, 'identityDocument')).outcome, 'unfrozen');
  });

  it('is asked for on the page of a code too, and not again once it was given', async () => {
    const of = { card: await bank.card(liNa.number), userTerminal: browser };
    await bank.customerService.queryCardStatus(of);
    await bank.processor.requestUnfreezing({ ...of, through: 'secureLink' });
    const phone = new Phone(bank);
    const token = 'a'.repeat(24);
    const code = (await phone.code()).replaceAll(' ', '');
    assert.equal(await bank.secureCodes.enter({ code, token, network: undefined }), 'entered');
    const open = await bank.secureLinks.view(token);
    assert.deepEqual(open?.authenticationRequest.consent, { version: consentVersion });
    assert.ok(open);
    const { authenticationRequest } = open;
    const item = 'identityDocument';
    const envelope = await seal(liNa.identityDocument, { authenticationRequest, item });
    await rejectsWith('consentMissing', bank.secureLinks.give(token, { item, envelope, network: undefined }));
    const consent = consentVersion;
    await bank.secureLinks.give(token, { item, envelope, consent, network: undefined });
    assert.equal('consent' in ((await bank.secureLinks.view(token))?.authenticationRequest ?? {}), false);
  });

  it('is asked for by the customer’s number alone where the bank has no profile of its own', async () => {
    const plain = await openTestBank({ empty });
    assert.equal('consent' in (await plain.authenticationRequest(liNa.number)), false);
    await plain.close();
    assert.equal(textForms().profileOf(numbers.cn).consent, true);
  });
});

describe('the words of the consent', () => {
  it('have a version that changes with them: whoever changes one counts consentVersion up and pins the digest here', () => {
    const pages = languages.map((language) => secureForm[language].consent);
    const said = JSON.stringify([pages, zhHans, zhHant, en]);
    const digest = createHash('sha256').update(said).digest('hex').slice(0, 16);
    assert.deepEqual({ consentVersion, digest }, { consentVersion: '2026-11', digest: 'beda901218cb065a' });
  });
});
