import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns } from '../../services/import/csvRows.ts';
import { root } from '../runs/imports.ts';
import { besidePackages, mayIsolate } from './imageTree.ts';
import { Composed } from './machine/composed.ts';

const card = {
  number: '6200000000000033332',
  identityDocument: '440305199207041127',
  transactionPassword: '550917',
};
const csv = `${columns.join()}\n${[
  ...['Chen Jie', 'Chen Jie', '+12025550177', 'en', 'residentIdentityCard', card.identityDocument],
  ...[card.transactionPassword, card.number, 'frozen', 'customerRequest'],
].join()}\n`;

/** What docs/operations.md says to type for the import. */
const imports = 'thawline cards protect - --output /tmp/cards.csv && thawline cards import /tmp/cards.csv';
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('one machine with the compose file', function () {
  this.timeout(300_000);

  if (!mayIsolate || !hasOpenssl) {
    it('is not tried where no namespace can be made, or openssl is missing', () => {
      process.stderr.write('the compose file was not run: it takes namespaces and openssl\n');
    });
    return;
  }

  const folder = mkdtempSync(join(besidePackages ?? tmpdir(), '.image-'));
  let composed: Composed;
  before(async () => {
    composed = await Composed.laidOut(folder);
    composed.prepare();
    await composed.up();
  });
  after(async () => {
    await composed?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has both halves healthy, by the checks of the file, after ./prepare.sh and up', () => {
    for (const file of ['authority.pem', 'bot-database-url', 'grafana-password'])
      assert.ok(existsSync(join(folder, 'deploy/compose/secrets', file)), file);
    assert.doesNotMatch(composed.log, /"level":[56]0/);
  });

  it('takes cards by the command of docs/operations.md, and a customer unfreezes one from the proxy’s place', async () => {
    assert.ok(readFileSync(join(root, 'docs/operations.md'), 'utf8').includes(`'${imports}' < cards.csv`));
    assert.match(await composed.runs('processor', imports, csv), /imported 1 customer and 1 card/);
    const url = `http://${composed.addressOf('bot', 'front')}:3978`;
    const heard = await composed.at('proxy', 'unfreezesACard.ts', [url, JSON.stringify(card)]);
    assert.match(heard, /"outcome\.unfrozen"/, composed.log.slice(-2000));
    assert.match(await composed.runs('processor', 'thawline cards list --json'), /"status":"active"/);
    assert.match(await composed.runs('processor', 'thawline audit verify'), /hold/);
  });

  it('keeps the databases of the two halves apart, the link between them to whom prepare.sh knows, and all from the world', async () => {
    const reaches = (from: string, address: string) =>
      composed.runs(
        from,
        `node -e 'require("node:net").connect(${address}).on("connect",()=>{console.log("open");process.exit()}).on("error",(e)=>{console.log(e.code);process.exit()}).setTimeout(1500,()=>{console.log("silent");process.exit()})'`,
      );
    const at = (host: string, port: number) => `{host:"${host}",port:${port}}`;
    assert.match(await reaches('bot', at('postgres', 5432)), /open/);
    assert.match(
      await reaches('bot', at(composed.addressOf('postgres', 'processor-database'), 5432)),
      /ENETUNREACH/,
    );
    assert.match(await reaches('processor', at('192.0.2.1', 443)), /ENETUNREACH/);
    const asked = await composed.runs(
      'bot',
      `node -e 'fetch("https://processor:3979/bank/v1/openapi.json").catch((e)=>console.log(e.cause.code))'`,
    );
    assert.match(asked, /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/, 'not without the authority of prepare.sh');
  });

  it('ends with 0 when it is told to', async () => {
    assert.deepEqual((await composed.stop()).slice(0, 2), [0, 0]);
  });
});
