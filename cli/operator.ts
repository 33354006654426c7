import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Option } from 'commander';
import { UnfreezeError } from '../kit/errors.ts';
import type { ByHand } from '../services/contract/byHand.ts';

/** Who works at this terminal. `who` is their login, or the uid where it has none. */
export type Operator = Pick<ByHand, 'who' | 'uid'>;

/** What Linux says of a process that nobody has logged in for. */
const nobodyLoggedIn = 4294967295;

/**
 * Whoever started this process: the login that they came under, which `sudo` leaves as it was, else that of the uid. No
 * variable of the environment counts, since anybody can set one.
 */
export function thisOperator(): Operator {
  const uid = process.getuid?.() ?? null;
  const login = loginUid() ?? uid;
  return { who: login === null ? userInfo().username : nameOf(login), uid };
}

/** What a changing command asks of its operator. */
export const reasonOption = () => new Option('--reason <TEXT>', 'why; it stands in the audit trail');

/** The operator with what they say of themselves. @throws UnfreezeError `messageInvalid` */
export function byHand(
  operator: Operator = thisOperator(),
  { by, reason }: { by?: string | undefined; reason?: string | undefined } = {},
): ByHand {
  return { ...operator, by: remark(by), why: why(reason) };
}

function remark(by: string | undefined): string | null {
  if (by === undefined) return null;
  if (/^[\p{L}\p{N}][\p{L}\p{N} .@_-]{0,63}$/u.test(by)) return by;
  throw new UnfreezeError('messageInvalid', '--by: a name of at most 64 letters and digits');
}

function why(reason: string | undefined): string | null {
  if (reason === undefined) return null;
  if (!/^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u.test(reason) || reason.trim() === '')
    throw new UnfreezeError('messageInvalid', '--reason: one line of at most 200 characters');
  // The trail is kept for years, and read by many.
  if (/\d(?:[ .-]?\d){11}/.test(reason.normalize('NFKC')))
    throw new UnfreezeError(
      'messageInvalid',
      '--reason: it must hold no number of a card, a document or a telephone; a ticket has fewer than 12 digits',
    );
  return reason;
}

function loginUid(): number | undefined {
  try {
    const login = Number(readFileSync('/proc/self/loginuid', 'utf8'));
    return Number.isInteger(login) && login !== nobodyLoggedIn ? login : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(uid: number): string {
  try {
    const own = userInfo();
    if (own.uid === uid) return own.username;
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((one) => one.split(':')[2] === String(uid));
    return line?.split(':')[0] || `uid ${uid}`;
  } catch {
    return `uid ${uid}`;
  }
}
