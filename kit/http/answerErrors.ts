import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import { loggedError } from '../loggedError.ts';
import { type ErrorForm, errorAnswer } from './errorAnswers.ts';
import { allowHead } from './headAsGet.ts';

/**
 * Formats the errors that restify sends by itself. restify would send their messages; here every error has one form.
 */
export function safeFormatters(form: ErrorForm): restify.Formatters {
  return Object.fromEntries(
    Object.entries(restify.formatters).map(([type, original]) => {
      const format: restify.Formatter = (request, response, body) => {
        if (!(body instanceof Error)) return original(request, response, body);
        response.setHeader('Content-Type', form.contentType);
        return JSON.stringify(errorAnswer(body, form).body);
      };
      return [type, format];
    }),
  );
}

/** Answers with the error that a handler threw. An unexpected one is also logged. */
export function answerErrors(
  server: Server,
  log: Logger,
  { form, traceOf }: { form: ErrorForm; traceOf: (request: Request) => string | undefined },
): void {
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    const { status, headers, body } = errorAnswer(error, form);
    if (status >= 500) {
      const trace = traceOf(request);
      const told = {
        err: loggedError(error),
        ...methodAndRoute(request),
        ...(trace !== undefined && { trace }),
      };
      log.error(told, 'a request failed');
    }
    if (!response.headersSent) {
      response.setHeader('Cache-Control', 'no-store');
      allowHead(response);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.sendRaw(status, JSON.stringify(body), { 'Content-Type': form.contentType });
    }
    done();
  });
}

/** A request by its method and route; its address may hold a token or name a conversation. */
export function methodAndRoute(request: Request): { method: string; route: string } {
  const path = (request.getRoute() as unknown as { path?: unknown } | undefined)?.path;
  return { method: request.method ?? '', route: path === undefined ? 'none' : String(path) };
}
