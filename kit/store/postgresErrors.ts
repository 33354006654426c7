import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

/**
 * SQLSTATE codes (PostgreSQL manual, appendix A) of errors that pass by themselves: connections, shutdown and start,
 * conflicts.
 */
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
/** The messages of `pg` for a lost or unavailable connection that come without a code. */
const withoutCode = /^Connection terminated|not queryable|timeout exceeded when trying to connect/;

/** Whether the work that failed with this error of TypeORM or `pg` may succeed when it is repeated. */
export function isPassing(error: unknown): boolean {
  // TypeORM gives a connection that broke back at once, and whatever is asked of it afterwards fails with this.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true;
  const { code, message } = driverError(error);
  if (typeof code === 'string') return passingStates.test(code) || networkErrors.includes(code);
  return withoutCode.test(String(message));
}

/** Whether the time limit for a lock that somebody else holds has passed. */
export function isHeldByAnother(error: unknown): boolean {
  return driverError(error).code === '55P03';
}

/** SQLSTATE codes of a server that is read-only, has no room, cannot use its disk or has damaged files. */
const deniesWrites = /^(25006|53...|58...|XX00[12])$/;

/** Whether an error means that the server accepts no writes from anybody now. */
export function takesNoWrites(error: unknown): boolean {
  return isPassing(error) || deniesWrites.test(String(driverError(error).code));
}

/** The error of the database itself, from within TypeORM's. */
export function driverError(error: unknown): { code?: unknown; message?: unknown } {
  return error instanceof QueryFailedError ? error.driverError : Object(error);
}
