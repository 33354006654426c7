import assert from 'node:assert/strict';
import { plainlyReached } from '../../../kit/store/plainlyReached.ts';

describe('a database that is reached without TLS', () => {
  it('is none on this machine, whatever its address says', () => {
    for (const url of [
      'sqlite:data/thawline.db',
      'postgres://bank:pw@127.0.0.1/bank',
      'postgresql://bank@localhost:5433/bank?sslmode=disable',
      'postgres://bank@[::1]/bank',
      'postgres:///bank',
      'postgres:///bank?host=/var/run/postgresql',
      'postgres://%2Fvar%2Frun%2Fpostgresql/bank',
    ])
      assert.equal(plainlyReached(url), undefined, url);
  });

  it('is none where its certificate is checked', () => {
    for (const query of [
      'sslmode=verify-full',
      'sslmode=verify-ca',
      'sslmode=require',
      'ssl=true',
      'sslrootcert=/etc/ca.pem',
      'uselibpqcompat=true&sslmode=verify-full',
      'uselibpqcompat=true&sslmode=require&sslrootcert=/etc/ca.pem',
    ])
      assert.equal(plainlyReached(`postgres://bank@db.bank.example/bank?${query}`), undefined, query);
  });

  it('is one on another machine, whether its address says so or nothing', () => {
    assert.equal(plainlyReached('postgres://bank@db.bank.example/bank'), 'unsaid');
    assert.equal(plainlyReached('postgres://bank@10.0.0.5/bank?application_name=x'), 'unsaid');
    assert.equal(plainlyReached('postgres:///bank?host=10.0.0.5'), 'unsaid');
    for (const query of [
      'sslmode=disable',
      'sslmode=no-verify',
      'uselibpqcompat=true&sslmode=require',
      'uselibpqcompat=true&sslmode=prefer',
    ])
      assert.equal(plainlyReached(`postgres://bank@db.bank.example/bank?${query}`), 'said', query);
  });
});
