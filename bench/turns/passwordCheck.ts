import { argon2Sync } from 'node:crypto';

/** What one check of a password costs by itself, in ms of CPU: no step can take it out of a whole case. */
export function passwordCheck(times = 5): number {
  const begun = process.cpuUsage();
  for (let time = 0; time < times; time++)
    argon2Sync('argon2id', {
      ...{ memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 },
      message: '246801',
      nonce: Buffer.alloc(16, time),
    });
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000 / times;
}
