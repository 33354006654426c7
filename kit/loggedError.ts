/** What a log may know of an error. */
export type LoggedError = {
  type: string;
  code?: string;
  message: string;
  stack?: string;
  cause?: LoggedError;
};

const deepest = 4;

/** Those made here: a log's serializer gets some of them a second time. */
const made = new WeakSet<object>();

/**
 * The only form in which an error reaches a log: no properties but these (a database driver's error carries
 * the query's parameters), and no stretch of five or more digits in its text.
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
