/** The parts of an error that a log may hold. */
export type LoggedError = {
  type: string;
  code?: string;
  message: string;
  stack?: string;
  cause?: LoggedError;
};

const deepest = 4;

/** The errors made here, since a log's serializer passes some of them through again. */
const made = new WeakSet<object>();

/**
 * The only form in which an error reaches a log. It has no other properties, because a database driver's error carries
 * the query's parameters, and no five or more digits in a row in its text.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (isLoggedError(error)) return error;
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const code = (error as { code?: unknown }).code;
  const logged: LoggedError = {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: scrub(error.message),
    ...(error.stack && { stack: scrub(error.stack) }),
    ...(error.cause !== undefined && depth < deepest && { cause: loggedError(error.cause, depth + 1) }),
  };
  made.add(logged);
  return logged;
}

function isLoggedError(error: unknown): error is LoggedError {
  return typeof error === 'object' && error !== null && made.has(error);
}

function scrub(text: string): string {
  return text.replace(/\d{5,}[xX]?/g, '[digits]');
}
