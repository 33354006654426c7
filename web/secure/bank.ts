/** The token of the link that this page was opened with. It leaves in bodies only. */
const token = location.pathname.split('/').at(-1) ?? '';

/** An answer that was no answer: nothing came, or what says to try again. */
export class Unanswered extends Error {}

/** The bank's side will not have it; `code` says why. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super('refused');
    this.code = code;
  }
}

/** Asks the bank's side. @throws Unanswered, Refused */
export async function ask<Answer>(path: '/s/view' | '/s/information' | '/s/not-me', given: object = {}) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, ...given }),
    cache: 'no-store',
    credentials: 'omit',
  }).catch(() => {
    throw new Unanswered();
  });
  const body: unknown = await response.json().catch(() => {
    throw new Unanswered();
  });
  if (response.ok) return body as Answer;
  if (response.status >= 500 || response.status === 429) throw new Unanswered();
  const { error, code } = body as { error?: { code?: string }; code?: string };
  throw new Refused(error?.code ?? code ?? 'none');
}
