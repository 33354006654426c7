import assert from 'node:assert/strict';
import { AuditSink } from '../../../services/audit/sinkSetting.ts';

describe('AUDIT_SINK', () => {
  const taken: [string, object][] = [
    ['file', { to: 'file' }],
    ['https://sink.bank.example/anchors', { to: 'url', url: 'https://sink.bank.example/anchors' }],
    ['http://127.0.0.1:9/x', { to: 'url', url: 'http://127.0.0.1:9/x' }],
    ['http://[::1]:9/', { to: 'url', url: 'http://[::1]:9/' }],
    ['command:/usr/bin/ship', { to: 'command', program: '/usr/bin/ship', words: [] }],
    ['command:/with space/ship', { to: 'command', program: '/with space/ship', words: [] }],
    [
      'command:["/usr/bin/tee","-a","/mnt/worm/anchors"]',
      { to: 'command', program: '/usr/bin/tee', words: ['-a', '/mnt/worm/anchors'] },
    ],
  ];
  for (const [given, setting] of taken) {
    it(`takes ${given}`, () => {
      assert.deepEqual(AuditSink.parse(given), setting);
    });
  }

  const refused = [
    'files',
    'ftp://sink.bank.example/',
    'http://sink.bank.example/',
    'http://127.0.0.1.example/',
    'https://user:hunter2@sink.bank.example/',
    'https://',
    'command:',
    'command:ship',
    'command:./ship',
    'command:[]',
    'command:["ship"]',
    'command:["/ship",7]',
    'command:["/ship"',
  ];
  for (const given of refused) {
    it(`refuses ${given.replace(/hunter2/, 'a password')}, without quoting it`, () => {
      const { success, error } = AuditSink.safeParse(given);
      assert.equal(success, false);
      assert.doesNotMatch(error?.message ?? '', /hunter2|sink\.bank|ship/);
    });
  }
});
