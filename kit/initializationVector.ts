import { randomFillSync } from 'node:crypto';

const length = 12;
const drawnTogether = Buffer.alloc(length * 256);
let used = drawnTogether.length;

/**
 * Twelve random bytes for one use of AES-GCM (NIST SP 800-38D, section 8.2.2), each given out once. They are drawn many at a
 * time, since asking the operating system costs more than sealing a field does; they are no secret.
 */
export function initializationVector(): Buffer {
  if (used === drawnTogether.length) {
    randomFillSync(drawnTogether);
    used = 0;
  }
  used += length;
  return Buffer.from(drawnTogether.subarray(used - length, used));
}
