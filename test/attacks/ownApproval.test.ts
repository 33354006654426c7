import assert from 'node:assert/strict';
import { Thawline } from '../journeys/thawline.ts';

const ending = '1114';

describe('an operator who approves himself', function () {
  this.timeout(120_000);
  let thawline: Thawline;
  let card: string;
  let request: string;
  before(async () => {
    thawline = await Thawline.started();
    await thawline.down();
    await thawline.up({ FOUR_EYES: 'on' });
    card = (await thawline.cards())[ending]?.card ?? '';
    const { out } = await says([
      'cards',
      'lift',
      card,
      'transactionPasswordErrors',
      '--by',
      'Li Ming',
      '--reason',
      'mine',
    ]);
    request = /approvals approve (\S+)\n$/.exec(out)?.[1] ?? '';
    assert.notEqual(request, '');
  });
  after(() => thawline.close());

  const says = (words: string[], settings = {}) => thawline.run('cli/thawline.ts', words, settings);
  const isFrozen = async () => {
    const { status, freezeReasons } = (await thawline.cards())[ending] ?? {};
    assert.deepEqual([status, freezeReasons], ['frozen', ['transactionPasswordErrors']]);
  };

  it('is refused, and told what is needed, under his own name and every name that he gives himself', async () => {
    for (const settings of [
      {},
      { USER: 'wangfang', LOGNAME: 'wangfang', SUDO_USER: 'wangfang', SUDO_UID: '1' },
    ]) {
      const { code, out, err } = await says(
        ['approvals', 'approve', request, '--reason', 'looked at'],
        settings,
      );
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /needs another operator .* operator’s page\./s);
    }
    await isFrozen();
  });

  it('is asked all the same where his command says that nobody is needed', async () => {
    const off = { FOUR_EYES: 'off' };
    const lift = [
      'cards',
      'lift',
      card,
      'transactionPasswordErrors',
      '--by',
      'Wang Fang',
      '--reason',
      'yours',
    ];
    assert.match((await says(lift, off)).out, /^asked for already, by /);
    const { out } = await says(['approvals', 'off', '--reason', 'in the way'], off);
    const ending = /approvals approve (\S+)\n$/.exec(out)?.[1] ?? '';
    assert.equal((await says(['approvals', 'approve', ending], off)).code, 2);
    await isFrozen();
  });

  it('is asked all the same after a start of the service without the setting', async () => {
    await thawline.down();
    await thawline.up({ FOUR_EYES: 'off' });
    for (const words of [
      ['cards', 'lift', card, 'transactionPasswordErrors', '--by', 'Wang Fang', '--reason', 'yours'],
      ['keys', 'rotate', '--reason', 'mine'],
      ['keys', 'copy', 'my-copy.json', '--reason', 'mine'],
    ])
      assert.match((await says(words)).out, /^asked for/, words.join(' '));
    await isFrozen();
  });

  it('stands in the trail with each try', async () => {
    const { out } = await says(['audit', 'show', '--json', '--action', 'ownApprovalTried']);
    const tries = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(tries.length, 3);
    assert.doesNotMatch(out, /wangfang/i);
    assert.equal((await says(['audit', 'verify'])).code, 0);
  });
});
