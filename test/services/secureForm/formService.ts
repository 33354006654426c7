import assert from 'node:assert/strict';
import pino from 'pino';
import { type Brand, unbranded } from '../../../brand/brand.ts';
import { HttpServer } from '../../../kit/http/httpServer.ts';
import { networkAddress } from '../../../kit/http/networkAddress.ts';
import type { TextForms } from '../../../services/notifications/textForm.ts';
import { secureFormRoutes } from '../../../services/secureForm/secureForm.ts';
import { testPages } from '../../browser/testPages.ts';
import { browser, openTestBank, type TestBank, zhaoLei } from '../testBank.ts';
import { Phone } from './phone.ts';

const formUrl = 'https://cards.bank.example';

/** The secure form over real HTTP on the demo bank, with the telephones that its links come to. */
export class FormService {
  readonly bank: TestBank;
  readonly phone: Phone;
  readonly url: string;
  readonly logged: string[];
  readonly #server: HttpServer;

  private constructor(bank: TestBank, server: HttpServer, url: string, logged: string[]) {
    this.bank = bank;
    this.phone = new Phone(bank);
    this.#server = server;
    this.url = url;
    this.logged = logged;
  }

  static async open(brand: Brand = unbranded, texts?: TextForms): Promise<FormService> {
    const bank = await openTestBank(texts && { texts, secureFormUrl: () => formUrl });
    const logged: string[] = [];
    const server = new HttpServer({
      log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
      https: false,
      checks: { needed: {} },
      routes: [
        secureFormRoutes({
          secureLinks: bank.secureLinks,
          secureCodes: bank.secureCodes,
          letterhead: { timeZone: 'Asia/Shanghai', agentPhone: '+12025550100', brand },
          networkAddress: networkAddress(['127.0.0.1']),
          pages: testPages,
          clock: bank.now,
        }),
      ],
    });
    const { port } = await server.listen('127.0.0.1', 0);
    return new FormService(bank, server, `http://127.0.0.1:${port}`, logged);
  }

  /** Has a link sent for a card. */
  async link(number: string): Promise<{ id: string; token: string }> {
    return { id: await this.#asks(number), token: await this.phone.token() };
  }

  /** Has a code sent for a card, where no address may stand in a text. */
  async code(number: string): Promise<{ id: string; code: string }> {
    return { id: await this.#asks(number), code: await this.phone.code() };
  }

  /** The same for who has asked in web chat. @returns the path of the page that it opens in that browser, and the code */
  async codeHere(number: string): Promise<{ page: string; code: string }> {
    const of = { card: await this.bank.card(number), userTerminal: browser } as const;
    await this.bank.customerService.queryCardStatus(of);
    const answer = await this.bank.processor.requestUnfreezing({ ...of, through: 'secureLink' });
    assert.ok(answer.outcome === 'secureLinkSent', answer.outcome);
    return { page: (answer.page ?? '').replace(formUrl, ''), code: await this.phone.code() };
  }

  /** Has a card unfrozen, Zhao Lei's. @returns the code in the receipt that his phone gets */
  async notice(): Promise<string> {
    const request = await this.bank.authenticationRequest(zhaoLei.number);
    const { outcome } = await this.bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'unfrozen');
    return this.phone.noticeCode();
  }

  async #asks(number: string): Promise<string> {
    const card = await this.bank.card(number);
    const of = { card, userTerminal: { channel: 'voice', address: 'caller_a' } } as const;
    await this.bank.customerService.queryCardStatus(of);
    const answer = await this.bank.processor.requestUnfreezing({ ...of, through: 'secureLink' });
    assert.ok(answer.outcome === 'secureLinkSent', answer.outcome);
    return answer.id;
  }

  async state(id: string): Promise<string> {
    return (await this.bank.processor.unfreezeRequestState(id)).state;
  }

  async close(): Promise<void> {
    await this.#server.close();
    await this.bank.close();
  }
}
