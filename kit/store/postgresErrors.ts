import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

/** SQLSTATE codes (PostgreSQL manual, appendix A) of what passes: connections, shutdown and start, conflicts. */
const passingStates = /^(08...|57P0[123]|53300|40001|40P01)$/;
const networkErrors = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
];
/** What `pg` says without a code when a connection is gone or none could be had. */
const withoutCode = /^Connection terminated|not queryable|timeout exceeded when trying to connect/;

/** Whether an error of TypeORM or `pg` is one that may be gone when the same is done again. */
export function isPassing(error: unknown): boolean {
  // TypeORM gives a connection that broke back at once, and whatever is asked of it afterwards fails with this.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  const { code, message } = driverError(error);
  if (typeof code === 'string') return passingStates.test(code) || networkErrors.includes(code);
  return withoutCode.test(String(message));
}

/** Whether somebody else has held a lock for longer than one is waited for. */
export function isHeldByAnother(error: unknown): boolean {
  return driverError(error).code === '55P03';
}

/** SQLSTATE codes of a server that only reads, has no room, cannot use its disk, or has damaged files. */
const deniesWrites = /^(25006|53...|58...|XX00[12])$/;

/** Whether an error says that the server takes no writes from anybody now. */
export function takesNoWrites(error: unknown): boolean {
  return isPassing(error) || deniesWrites.test(String(driverError(error).code));
}

function driverError(error: unknown): { code?: unknown; message?: unknown } {
  return error instanceof QueryFailedError ? error.driverError : Object(error);
}
