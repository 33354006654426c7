import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnfreezeError } from '../../../kit/errors.ts';
import { usualHolding as held } from '../../../services/presetConditions/holdings.ts';
import { defaultPolicy, policyDigest, policyLines } from '../../../services/presetConditions/policy.ts';
import { readPolicy } from '../../../services/presetConditions/policyFile.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('PRESET_CONDITIONS_FILE', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'policy.json');
  after(() => folder.remove());

  function policy(content: string | Buffer) {
    writeFileSync(file, content);
    return readPolicy(file);
  }
  function problems(content: string | Buffer, of = file): string[] {
    writeFileSync(file, content);
    try {
      readPolicy(of);
    } catch (error) {
      assert.ok(error instanceof UnfreezeError && error.code === 'settingsInvalid', String(error));
      return error.message.split('\n').map((line) => line.replace(`PRESET_CONDITIONS_FILE ${of}: `, ''));
    }
    return assert.fail('nothing was refused');
  }

  it('changes nothing where there is none, or where it names no reason', () => {
    assert.equal(readPolicy(undefined), defaultPolicy);
    assert.deepEqual(policy('{}'), defaultPolicy);
    assert.equal(policyDigest(policy('\ufeff {}\n')), policyDigest(defaultPolicy));
  });

  it('overrides the reasons that it names, as the example of the documents does', () => {
    const page = readFileSync(new URL('../../../docs/preset-conditions.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([^`]+)```/.exec(page) ?? [];
    const demand = 'identityDocumentAndTransactionPassword';
    const own = policy(example);
    assert.deepEqual(own, {
      ...defaultPolicy,
      abnormalTransaction: { remote: false, help: 'agent' },
      customerRequest: { remote: true, demand, held, help: 'agent' },
      dormant: { remote: true, demand, held, help: 'branch' },
    });
    assert.notEqual(policyDigest(own), policyDigest(defaultPolicy));
  });

  for (const reason of ['reportedLost', 'reportedStolen', 'suspectedFraud', 'judicialOrder', 'other'])
    it(`never makes ${reason} remote, whatever is demanded`, () => {
      const demand = 'identityDocumentAndTransactionPassword';
      assert.deepEqual(problems(JSON.stringify({ [reason]: { remote: true, demand } })), [
        `${reason}: can never be lifted remotely`,
      ]);
    });

  it('may have a reason told to whoever knows the number, and only one that is remote', () => {
    const own = policy('{"customerRequest":{"remote":true,"demand":"allReserved","reasonTold":true}}');
    assert.deepEqual(own.customerRequest, {
      remote: true,
      demand: 'allReserved',
      held,
      help: 'agent',
      reasonTold: true,
    });
    assert.notEqual(policyDigest(own), policyDigest(defaultPolicy));
    assert.deepEqual(problems('{"dormant":{"remote":false,"reasonTold":true}}'), [
      'dormant: unknown reasonTold; known are remote, help and, where remote is true, demand, held, reasonTold, byNumberAlone, byChannel, coolingOff and riskSilent',
    ]);
    assert.match(
      problems('{"customerRequest":{"remote":true,"demand":"allReserved","reasonTold":"yes"}}').join(),
      /^customerRequest\.reasonTold: /,
    );
  });

  it('may have a time to wait after the freeze, or after a new phone or password', () => {
    const entry = (coolingOff: object) =>
      JSON.stringify({ customerRequest: { remote: true, demand: 'allReserved', coolingOff } });
    const own = policy(entry({ frozen: 'PT1H', phoneChanged: 'P3D' }));
    const { customerRequest } = own;
    assert.deepEqual('coolingOff' in customerRequest && customerRequest.coolingOff, {
      frozen: { text: 'PT1H', milliseconds: 3_600_000 },
      phoneChanged: { text: 'P3D', milliseconds: 3 * 86_400_000 },
    });
    assert.match(policyLines(own).customerRequest, /; PT1H after frozen; P3D after phoneChanged$/);
    for (const wrong of ['', '12', 'P1M', 'P31D', 'PT12H ', 12, null])
      assert.match(
        problems(entry({ frozen: wrong })).join(),
        /^customerRequest\.coolingOff\.frozen: /,
        String(wrong),
      );
    assert.deepEqual(problems(entry({ moved: 'PT1H' })), [
      'customerRequest.coolingOff: unknown moved; known are frozen, phoneChanged, passwordChanged',
    ]);
  });

  it('always asks for the transaction password after wrong ones', () => {
    const entry = { remote: true, demand: 'allReserved' };
    assert.deepEqual(problems(JSON.stringify({ transactionPasswordErrors: entry })), [
      'transactionPasswordErrors.demand: must include the transaction password',
    ]);
    policy('{"transactionPasswordErrors":{"remote":true,"demand":"identityDocumentAndTransactionPassword"}}');
  });

  it('is refused with every mistake at once', () => {
    const found = problems(`{
      "dormant": { "remote": true },
      "dormant": { "remote": false, "demand": "allReserved" },
      "customerRequest": { "remote": "yes" },
      "abnormalTransaction": { "remote": true, "demand": "nothing", "help": "a {friend}" },
      "boredom": { "remote": false, "help": "branch" }
    }`);
    for (const problem of [
      /^dormant stands there twice$/,
      /^dormant: unknown demand; known are remote/,
      /^customerRequest\.remote: /,
      /^abnormalTransaction\.demand: .*allReserved/,
      /^abnormalTransaction\.help: .*branch/,
      /^unknown boredom; known are transactionPasswordErrors, /,
    ])
      assert.ok(
        found.some((one) => problem.test(one)),
        `${problem} is not among\n${found.join('\n')}`,
      );
    assert.equal(found.length, 6);
  });

  const broken: [string, string | Buffer, RegExp][] = [
    ['what is remote without saying what is demanded', '{"dormant":{"remote":true}}', /^dormant\.demand: /],
    [
      'a repeated key within a reason',
      '{"dormant":{"remote":false,"remote":false}}',
      /^remote stands there twice$/,
    ],
    ['an empty file', ' \n', /^is empty$/],
    ['a huge file', Buffer.alloc(70_000, ' '), /^is longer than 65536 bytes$/],
    ['another encoding', Buffer.from([0x7b, 0xff, 0x7d]), /^is not UTF-8$/],
    ['what is not JSON', '{"dormant":', /^is not JSON$/],
    ['what is no object', '[]', /expected object/],
    ['null', 'null', /expected object/],
  ];
  for (const [what, content, problem] of broken)
    it(`refuses ${what}`, () => {
      const found = problems(content);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', problem);
    });

  it('refuses a file that is not there or is none', () => {
    assert.deepEqual(problems('{}', join(folder.path, 'none.json')), ['cannot be read: ENOENT']);
    assert.deepEqual(problems('{}', folder.path), ['is not a file']);
  });
});
