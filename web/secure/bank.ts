import { secureFormAddresses } from '../../services/contract/secureFormAddresses.ts';

/** The token that opens the form: from the address, or one exchanged for a code. It is sent in request bodies only. */
const opened = { token: location.pathname.split('/')[2] ?? '', by: undefined as 'code' | undefined };

/** The language that the reader has chosen on the page, if any. */
const language = new URLSearchParams(location.search).get('language') ?? undefined;

/** Whether the page was opened without a token, so that a code must be entered. */
export const isEntry = opened.token === '';

/** Opens the form with a token that was exchanged for a code. */
export function openWith(token: string): void {
  Object.assign(opened, { token, by: 'code' });
}

/** The bank's side gave no answer, or one that says to try again. */
export class Unanswered extends Error {}

/** The bank's side refused the request; `code` says why. */
export class FormRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super('refused');
    this.code = code;
  }
}

/** Sends a request to the bank's side. @throws Unanswered, Refused */
export async function askBank<Answer>(
  what: 'view' | 'information' | 'notMe' | 'code' | 'freeze',
  given: object = {},
) {
  const response = await fetch(secureFormAddresses[what], {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...opened, language, ...given }),
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
  throw new FormRefused(error?.code ?? code ?? 'none');
}
