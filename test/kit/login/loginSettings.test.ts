import assert from 'node:assert/strict';
import { loginSettingsShape, providerAt, reasonsAgainstLogin } from '../../../kit/login/loginSettings.ts';
import { rolesIn } from '../../../kit/login/roles.ts';
import { readSettings } from '../../../kit/readSettings.ts';
import { client, roleNames } from './bankProvider.ts';

const all = {
  OIDC_ISSUER: 'https://login.bank.example',
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
  OIDC_ROLES: roleNames,
};
const read = (given: Record<string, string>) => readSettings(loginSettingsShape, given);

describe('the settings of the log-in', () => {
  it('are all or none', () => {
    assert.deepEqual(reasonsAgainstLogin(read({})), []);
    assert.equal(providerAt(read({})), undefined);
    assert.deepEqual(reasonsAgainstLogin(read(all)), []);
    for (const left of Object.keys(all)) {
      const [reason = '', ...others] = reasonsAgainstLogin(read({ ...all, [left]: '' }));
      assert.match(reason, new RegExp(`^${left}: `));
      assert.deepEqual(others, []);
    }
  });

  it('want https for a provider on another machine', () => {
    assert.deepEqual(reasonsAgainstLogin(read({ ...all, OIDC_ISSUER: 'http://127.0.0.1:5556/dex' })), []);
    const [reason] = reasonsAgainstLogin(read({ ...all, OIDC_ISSUER: 'http://login.bank.example' }));
    assert.equal(reason, 'OIDC_ISSUER: another machine must be reached over https');
  });

  for (const wrong of [
    'groups',
    'claim=groups',
    'agent=desk',
    'claim=groups,agent=',
    'claim=groups,teller=desk',
    'claim=groups,claim=roles,agent=desk',
    'claim=groups,,agent=desk',
  ])
    it(`refuse roles that are written as ${wrong}`, () => {
      assert.throws(() => read({ ...all, OIDC_ROLES: wrong }), /OIDC_ROLES: must be claim=groups/);
    });

  it('want a scope that begins with openid', () => {
    assert.throws(() => read({ ...all, OIDC_SCOPE: 'profile' }), /OIDC_SCOPE/);
    assert.throws(() => read({ ...all, OIDC_SCOPE: 'openid "profile"' }), /OIDC_SCOPE/);
  });
});

describe('roles', () => {
  const names = (claim: string) => ({
    claim,
    names: { agent: ['desk', 'night-desk'], supervisor: [], operator: ['ops'], auditor: ['audit'] },
  });

  it('are those whose names stand in the claim, as a list or alone', () => {
    assert.deepEqual(rolesIn({ groups: ['night-desk', 'canteen', 'audit'] }, names('groups')), [
      'agent',
      'auditor',
    ]);
    assert.deepEqual(rolesIn({ groups: 'ops' }, names('groups')), ['operator']);
  });

  it('are found by a path, and by a name that has dots itself', () => {
    assert.deepEqual(rolesIn({ realm_access: { roles: ['ops'] } }, names('realm_access.roles')), [
      'operator',
    ]);
    const name = 'https://bank.example/roles';
    assert.deepEqual(rolesIn({ [name]: ['desk'] }, names(name)), ['agent']);
  });

  it('are none in what is no list of names, nor in what an object has by itself', () => {
    for (const groups of [undefined, null, 7, true, {}, [['desk']], [{ name: 'desk' }], 'desk,ops', 'DESK'])
      assert.deepEqual(rolesIn({ groups }, names('groups')), []);
    assert.deepEqual(rolesIn({}, names('constructor.name')), []);
  });
});
