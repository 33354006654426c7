import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { hours, minutes } from '../../../kit/time.ts';
import { zhaoLei } from '../../services/testBank.ts';
import { DeskService, deskToken } from './deskService.ts';
import { customer } from './peopleAtDesk.ts';

type Content = { content: { 'application/json': { schema: object } } };
type Operation = { requestBody?: Content; responses: { 200: Content; default: Content } };
const document = JSON.parse(
  readFileSync(new URL('../../../docs/desk-api.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method} ${path}`,
    path,
    method,
    operation,
  })),
);

/** Another desk of the bank, which knows this one by its document alone, and holds it to that. */
describe('the desk’s port as its OpenAPI document says it', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const asked = new Set<string>();
  const received: string[] = [];
  let service: DeskService;
  before(async () => {
    service = await DeskService.open();
  });
  after(() => service.close());

  async function asks(
    name: string,
    { id = '', query = '', body, agent = 'wang', token = deskToken }: Asked = {},
  ): Promise<Record<string, unknown>> {
    const found = operations.find((one) => one.name === name) ?? assert.fail(`no operation ${name}`);
    const { operation, path, method } = found;
    const request = operation.requestBody?.content['application/json'].schema;
    const response = await fetch(`${service.url}${path.replace('{id}', id)}${query}`, {
      method: method.toUpperCase(),
      headers: {
        Authorization: `Bearer ${token}`,
        'Thawline-Agent': agent,
        ...(request && { 'Content-Type': 'application/json' }),
      },
      ...(request && { body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    received.push(text);
    const { schema } =
      operation.responses[response.status === 200 ? 200 : 'default'].content['application/json'];
    const isValid = ajv.compile(schema);
    const answer: Record<string, unknown> = JSON.parse(text);
    assert.ok(isValid(answer), `${name} ${response.status}: ${ajv.errorsText(isValid.errors)} ${text}`);
    if (response.status === 200) {
      asked.add(name);
      if (request && body) assert.ok(ajv.validate(request, body), `${name}: ${ajv.errorsText()}`);
    }
    return { status: response.status, ...answer };
  }
  type Asked = { id?: string; query?: string; body?: object; agent?: string; token?: string };

  const cases = '/desk/api/cases';
  async function oneCase(): Promise<{ id: string; says: (text: string) => Promise<unknown> }> {
    await asks('post /desk/api/presence', { body: { paused: false, left: false } });
    const { says } = await customer(service.bot);
    await says('talk to a person');
    const { cases: open } = (await asks(`get ${cases}`)) as {
      cases: { case: string; agent: null | string }[];
    };
    return { id: open.findLast(({ agent }) => agent === null)?.case ?? assert.fail('no case'), says };
  }

  it('plays a case from its beginning to its end: each answer is what the document says', async () => {
    const { id, says } = await oneCase();
    assert.equal((await asks(`post ${cases}/{id}/claim`, { id })).outcome, 'done');
    assert.equal((await asks(`post ${cases}/{id}/claim`, { id, agent: 'li' })).outcome, 'taken');
    const line = { id: randomUUID(), text: 'Good morning.' };
    for (const _again of [1, 2])
      assert.equal((await asks(`post ${cases}/{id}/lines`, { id, body: line })).outcome, 'done');
    const canned = { id: randomUUID(), answer: 'anythingElse' };
    assert.equal((await asks(`post ${cases}/{id}/lines`, { id, body: canned })).outcome, 'done');
    assert.equal((await asks(`post ${cases}/{id}/authenticate`, { id })).outcome, 'noCard');
    assert.equal((await asks(`post ${cases}/{id}/unfreeze`, { id })).outcome, 'notMatched');
    await says(`my card is ${zhaoLei.number}`);
    assert.equal((await asks(`post ${cases}/{id}/authenticate`, { id })).outcome, 'done');
    await service.bot.watch.round();
    await says('yes');
    await says('000000');
    service.bank.passes(1 * minutes);
    await says(zhaoLei.transactionPassword);
    assert.equal((await asks(`post ${cases}/{id}/unfreeze`, { id })).outcome, 'done');
    await service.bot.watch.round();
    const { lines } = (await asks(`get ${cases}/{id}/lines`, { id, query: '?after=1' })) as {
      lines: { number: number; text: string; delivered: string | null }[];
    };
    assert.deepEqual([lines[0]?.number, lines.at(-1)?.text], [2, 'unfrozen']);
    assert.equal(lines.filter(({ text }) => text === 'Good morning.').length, 1, 'sent twice, written once');
    await asks(`get ${cases}/{id}`, { id });
    assert.equal((await asks(`post ${cases}/{id}/pass`, { id, body: { to: 'li' } })).outcome, 'done');
    assert.equal(
      (await asks(`post ${cases}/{id}/pass`, { id, body: { to: null }, agent: 'li' })).outcome,
      'done',
    );
    assert.equal((await asks(`post ${cases}/{id}/claim`, { id, agent: 'li' })).outcome, 'done');
    assert.equal((await asks(`post ${cases}/{id}/close`, { id, agent: 'li' })).outcome, 'done');
    assert.equal((await asks(`post ${cases}/{id}/close`, { id, agent: 'li' })).outcome, 'closed');
  });

  it('refuses in the form that the document says, whatever is wrong', async () => {
    const { id } = await oneCase();
    const refused = [
      asks(`get ${cases}`, { token: 'another' }),
      asks(`get ${cases}`, { agent: '' }),
      asks(`get ${cases}/{id}`, { id: 'not a case' }),
      asks(`get ${cases}/{id}`, { id: 'Z-9999' }),
      asks(`post ${cases}/{id}/lines`, { id, body: { id: 'no uuid', text: 'x' } }),
      asks(`post ${cases}/{id}/lines`, { id, body: { id: randomUUID() } }),
      asks(`post ${cases}/{id}/lines`, { id, body: { id: randomUUID(), text: 'x'.repeat(5000) } }),
      asks('post /desk/api/presence', { body: { paused: 'yes' } }),
    ];
    const statuses = (await Promise.all(refused)).map(({ status }) => status);
    assert.ok(
      statuses.every((status) => Number(status) >= 400),
      String(statuses),
    );
  });

  it('meets a customer who comes back after a day, in a case that is still there to be read', async () => {
    const { id } = await oneCase();
    await asks(`post ${cases}/{id}/claim`, { id });
    service.bank.passes(25 * hours);
    await asks('post /desk/api/presence', { body: { paused: false, left: false } });
    await asks(`post ${cases}/{id}/lines`, { id, body: { id: randomUUID(), text: 'Are you there?' } });
    await service.bot.watch.round();
    const { lines } = (await asks(`get ${cases}/{id}/lines`, { id })) as { lines: { delivered: string }[] };
    assert.equal(lines.at(-1)?.delivered, 'lost');
  });

  it('has no operation that was not played here, and has shown nothing that a customer typed in secret', () => {
    assert.deepEqual(
      operations.map(({ name }) => name).filter((name) => !asked.has(name)),
      [],
    );
    const all = received.join('\n');
    for (const secret of [zhaoLei.transactionPassword, '000000', zhaoLei.number]) {
      const forms = [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')];
      for (const form of forms) assert.ok(!all.includes(form), `${form.slice(0, 2)}…`);
    }
  });
});
