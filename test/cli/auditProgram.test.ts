import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byHand } from '../../cli/operator.ts';
import { Conversation } from '../journeys/conversation.ts';
import { Thawline } from '../journeys/thawline.ts';
import { liNa } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('the audit trail of a running service', () => {
  let thawline: Thawline;
  afterEach(() => thawline.close());

  const verify = (settings = {}) => thawline.run('cli/thawline.ts', ['audit', 'verify'], settings);
  const file = () => join(thawline.bankFolder, 'data/audit-anchors.jsonl');
  const notAnchored = async (url: string) => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    return Number(/^thawline_audit_entries_not_anchored (\S+)$/m.exec(metrics)?.[1]);
  };
  async function asksForACard() {
    const conversation = await Conversation.with(thawline);
    assert.equal((await conversation.say(`unfreeze ${liNa.number}`))[0], 'cardStatus.frozen');
  }
  async function isAnchoredToItsEnd() {
    const { code, out, err } = await verify();
    assert.deepEqual([code, err], [0, '']);
    const [, holding, anchored] =
      /^(\d+) entr\S+ holds?\nanchored from .* to entry (\d+) at \S+\n$/.exec(out) ?? [];
    assert.ok(Number(holding) > 0);
    assert.equal(anchored, holding);
    const newest = JSON.parse(readFileSync(file(), 'utf8').trimEnd().split('\n').at(-1) ?? '');
    assert.equal(String(newest.number), holding);
  }

  it('is anchored to its end when the service is told to end', async () => {
    thawline = await Thawline.started();
    await asksForACard();
    assert.ok((await notAnchored(thawline.url)) > 0);
    assert.equal(await thawline.down(), 0);
    assert.equal(statSync(file()).mode & 0o777, 0o600);
    await isAnchoredToItsEnd();
  });

  it('is anchored by the process that the bank’s side has of its own', async () => {
    thawline = await Thawline.startedApart();
    await asksForACard();
    assert.ok((await notAnchored(thawline.processor?.url ?? '')) > 0);
    assert.ok(Number.isNaN(await notAnchored(thawline.url)), 'the bot has no trail to watch');
    assert.equal(await thawline.processor?.end('SIGTERM'), 0);
    await isAnchoredToItsEnd();
  });

  it('has who read the cases, also of when no service ran', async () => {
    thawline = await Thawline.started();
    await thawline.down();
    assert.equal((await thawline.run('cli/thawline.ts', ['cases', 'list'])).code, 0);
    await thawline.up();
    const read = ['audit', 'show', '--json', '--action', 'casesRead'];
    let out = '';
    // The bot tells of it at its start, beside everything else.
    while (out === '') out = (await thawline.run('cli/thawline.ts', read)).out;
    const { actor, details } = JSON.parse(out);
    assert.deepEqual([actor, details.cases], [byHand().who, 0]);
  }).timeout(120_000);

  it('goes on with its anchors after a power failure', async () => {
    thawline = await Thawline.started();
    await asksForACard();
    await thawline.kill();
    await thawline.up();
    await thawline.down();
    await isAnchoredToItsEnd();
  });

  it('serves and ends well while it cannot be anchored, and says so in the log', async () => {
    const AUDIT_ANCHORS = 'a-folder';
    thawline = Thawline.installed({ AUDIT_ANCHORS });
    mkdirSync(join(thawline.folder, AUDIT_ANCHORS));
    await thawline.up();
    await asksForACard();
    assert.equal(await thawline.down(), 0);
    const said = thawline.log.split('\n').find((line) => line.includes('the audit trail was not anchored'));
    assert.deepEqual([JSON.parse(said ?? '').level, JSON.parse(said ?? '').err.code], [50, 'EISDIR']);
    assert.equal((await verify({ AUDIT_ANCHORS })).code, 1);
  });

  it('goes through a command to where who has the public key alone can check it', async () => {
    const outside = temporaryFolder();
    const anchors = join(outside.path, 'anchors.jsonl');
    thawline = Thawline.installed({
      AUDIT_SINK: `command:${JSON.stringify(['/usr/bin/tee', '-a', anchors])}`,
    });
    await thawline.up();
    await asksForACard();
    assert.equal(await thawline.down(), 0);
    assert.equal(readFileSync(anchors, 'utf8'), readFileSync(file(), 'utf8'));
    const key = join(outside.path, 'public.pem');
    writeFileSync(key, (await thawline.run('cli/thawline.ts', ['audit', 'key'])).out);
    const auditor = Thawline.installed();
    const words = ['verify', '--anchors', anchors, '--key', key];
    const { code, out, err } = await auditor.run('cli/thawline.ts', ['audit', ...words]);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^\d+ anchors hold\nanchored from .*\nentry \d+ has the hash \S+\n$/);
    assert.deepEqual(readdirSync(auditor.folder), [], 'no key file, no database');
    await auditor.close();
    outside.remove();
  });
});
