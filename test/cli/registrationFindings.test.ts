import assert from 'node:assert/strict';
import http, { createServer, type Server } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import sinon from 'sinon';
import { registrationFindings, tokenOfRegistration } from '../../cli/registrationFindings.ts';

const registration = {
  appId: '11111111-2222-4333-8444-555555555555',
  tenantId: '99999999-2222-4333-8444-555555555555',
  proof: { password: 'a secret of the bot’s' },
};

describe('the check of the Bot Framework’s registration', () => {
  /** Microsoft's directory. */
  let directory: Server;
  let answer: { status: number; body: object };
  let asked: string;

  before(async () => {
    directory = createServer(async (request, response) => {
      asked = `${request.headers.host}${request.url} ${await text(request)}`;
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>((resolve) => directory.listen(0, '127.0.0.1', resolve));
    // The SDK's class takes no other address and no other network.
    const { port } = directory.address() as AddressInfo;
    sinon.stub(https, 'request').callsFake((...args: unknown[]) => {
      const { hostname, headers, path, method } = args[0] as http.RequestOptions;
      const to = { host: '127.0.0.1', port, path, method, headers: { ...headers, host: hostname } };
      return http.request(to as http.RequestOptions);
    });
  });
  beforeEach(() => {
    asked = '';
  });
  after(() => {
    sinon.restore();
    directory.close();
    directory.closeAllConnections();
  });

  const findings = () => registrationFindings(registration, tokenOfRegistration);

  it('finds nothing where the directory gives the bot a token for the channels’ services', async () => {
    answer = { status: 200, body: { access_token: 'ours', expires_in: 3599, token_type: 'Bearer' } };
    assert.deepEqual(await findings(), []);
    assert.match(asked, /^login\.microsoftonline\.com\/99999999-[\w-]+\/oauth2\/v2\.0\/token/);
    assert.match(asked, /scope=https%3A%2F%2Fapi\.botframework\.com%2F\.default/);
  });

  it('warns where it refuses the secret, or knows no such tenant, by the codes alone', async () => {
    const refusals: [number, string, number][] = [
      [401, 'invalid_client', 7000215],
      [400, 'invalid_request', 90002],
    ];
    for (const [status, error, code] of refusals) {
      const error_description = `AADSTS${code}: it was ${registration.proof.password}`;
      answer = { status, body: { error, error_description, error_codes: [code] } };
      const [finding, ...more] = await findings();
      assert.equal(finding?.weight, 'unsafe');
      assert.match(finding?.what ?? '', new RegExp(`\\(${error}, AADSTS${code}\\)$`));
      assert.deepEqual(more, []);
    }
  });

  it('says that it could not be checked where the directory is away', async () => {
    answer = { status: 503, body: { error: 'temporarily_unavailable', error_description: 'AADSTS90033' } };
    assert.deepEqual(await findings(), [
      {
        weight: 'look',
        what: 'MicrosoftAppId: the registration could not be checked (temporarily_unavailable)',
      },
    ]);
    const away = await registrationFindings(registration, async () => {
      throw new Error(registration.proof.password);
    });
    assert.deepEqual(
      away.map(({ weight, what }) => [weight, what]),
      [['look', 'MicrosoftAppId: the registration could not be checked (no answer)']],
    );
  });

  it('says where a certificate cannot be read', async () => {
    const proof = { certificateFile: '/nowhere.pem', keyFile: '/nowhere.key' };
    await assert.rejects(registrationFindings({ ...registration, proof }, tokenOfRegistration), {
      code: 'settingsInvalid',
    });
  });
});
