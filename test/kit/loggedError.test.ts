import assert from 'node:assert/strict';
import { join } from 'node:path';
import { QueryFailedError } from 'typeorm';
import { UnfreezeError } from '../../kit/errors.ts';
import { type LoggedError, loggedError } from '../../kit/loggedError.ts';
import { openSqlite } from '../../kit/store/openSqlite.ts';
import type { Store } from '../../kit/store/store.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('what a log may know of a database error', () => {
  const folder = temporaryFolder();
  let store: Store;
  before(async () => {
    store = await openSqlite(join(folder.path, 'bank.db'), [bankSchema]);
  });
  after(async () => {
    await store.close();
    folder.remove();
  });

  const failure = async (query: string, parameters: unknown[] = []): Promise<UnfreezeError> => {
    const work = store.transaction([], async (manager) => {
      for (const _ of ['once', 'twice']) await manager.query(query, parameters);
    });
    const error = await work.then(
      () => assert.fail('nothing failed'),
      (caught: unknown) => caught,
    );
    assert.ok(error instanceof UnfreezeError && error.cause instanceof QueryFailedError);
    return error;
  };

  it('is what happened, without the query and its parameters', async () => {
    const secrets = ['李娜', 'Li Na', '246801', '11010519491231002X'];
    const error = await failure('INSERT INTO audit_entries VALUES (1, ?, ?, ?, ?, NULL)', secrets);
    assert.deepEqual((error.cause as QueryFailedError).parameters, secrets);
    const logged = loggedError(error);
    const { stack, cause, ...outer } = logged;
    assert.deepEqual(outer, {
      type: 'UnfreezeError',
      code: 'storeUnavailable',
      message: 'the database refused',
    });
    const { stack: innerStack, ...inner } = cause ?? assert.fail('the cause is missing');
    assert.deepEqual(inner, {
      type: 'QueryFailedError',
      code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
      message: 'SqliteError: UNIQUE constraint failed: audit_entries.number',
    });
    assert.ok(stack && innerStack);
    for (const hidden of [...secrets, 'INSERT', '[digits]'])
      assert.ok(!JSON.stringify(logged).includes(hidden), hidden);
  });

  it('holds no number that the database itself quotes', async () => {
    const { cause } = loggedError(await failure('SELECT * FROM cards_6200000000000011114'));
    assert.equal(cause?.message, 'SqliteError: no such table: cards_[digits]');
    assert.match(cause?.stack ?? '', /no such table: cards_\[digits\]/);
    assert.doesNotMatch(JSON.stringify(cause), /\d{5}/);
  });
});

describe('what a log may know of an error', () => {
  const messages: [given: string, logged: string][] = [
    ['the password 246801 was wrong', 'the password [digits] was wrong'],
    ['card 6200000000000011114, card 6200000000000022228', 'card [digits], card [digits]'],
    ['document 11010519491231002X', 'document [digits]'],
    ['document 11010519491231002x', 'document [digits]'],
    ['12345', '[digits]'],
    ['a1234b56', 'a1234b56'],
    ['on 2026-11-24, port 3978, card …1114', 'on 2026-11-24, port 3978, card …1114'],
  ];

  for (const [given, scrubbed] of messages)
    it(`is “${scrubbed}” of “${given}”, in the message and the stack`, () => {
      const { message, stack } = loggedError(new Error(given));
      assert.equal(message, scrubbed);
      assert.ok(stack?.startsWith(`Error: ${scrubbed}\n`), stack);
    });

  it('is its type and code, and none of its other properties', () => {
    const error = Object.assign(new TypeError('no'), { code: 'EBAD', password: '246801', errno: -2 });
    assert.deepEqual(Object.keys(loggedError(error)).sort(), ['code', 'message', 'stack', 'type']);
    assert.equal(loggedError(error).type, 'TypeError');
    assert.equal(loggedError(error).code, 'EBAD');
    assert.ok(!('code' in loggedError(Object.assign(new Error('no'), { code: 246801 }))));
  });

  it('is nothing of what was thrown without being an error', () => {
    for (const thrown of ['246801', 246801, { password: '246801' }, null, undefined])
      assert.deepEqual(loggedError(thrown), { type: typeof thrown, message: 'not an Error' });
    const { cause } = loggedError(new Error('no', { cause: 'hunter two' }));
    assert.deepEqual(cause, { type: 'string', message: 'not an Error' });
  });

  it('is every cause in the same form, to a depth that a circle of causes cannot pass', () => {
    const circle = new Error('card 6200000000000011114');
    circle.cause = new RangeError('password 246801', { cause: circle });
    const messages: string[] = [];
    for (let one: LoggedError | undefined = loggedError(circle); one; one = one.cause)
      messages.push(one.message);
    const [card, password] = ['card [digits]', 'password [digits]'];
    assert.deepEqual(messages, [card, password, card, password, card]);
    assert.doesNotMatch(JSON.stringify(loggedError(circle)), /\d{5}/);
  });
});

describe('an error that is logged', () => {
  it('stays what it is where a serializer gets it a second time', () => {
    const once = loggedError(new UnfreezeError('storeUnavailable', 'the database refused'));
    assert.equal(loggedError(once), once);
    assert.equal(once.code, 'storeUnavailable');
    assert.deepEqual(loggedError({ ...once }), { type: 'object', message: 'not an Error' });
  });
});
