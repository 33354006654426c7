import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { Option } from 'commander';
import { UnfreezeError } from '../kit/errors.ts';
import type { ByHand } from '../services/contract/byHand.ts';

/** The operator at this terminal. `who` is their login, or the uid where there is none. */
export type Operator = Pick<ByHand, 'who' | 'uid'>;

/** The login uid that Linux reports for a process that nobody logged in for. */
const nobodyLoggedIn = 4294967295;

/**
 * The operator who started this process: by their login, which `sudo` does not change, otherwise by the uid. Variables
 * of the environment are not used, since anybody can set them.
 */
export function thisOperator(): Operator {
  const uid = process.getuid?.() ?? null;
  const login = loginUid() ?? uid;
  return { who: login === null ? userInfo().username : nameOf(login), uid };
}

/** The option for an operator's reason on commands that change something. */
export const reasonOption = () => new Option('--reason <TEXT>', 'the reason, for the audit trail');

/** The operator with their reason. @throws UnfreezeError `messageInvalid` */
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
  // A reason must not hold a card number, because the trail is kept for years and read by many.
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
