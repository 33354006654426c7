/** What the service refused, by its code. */
export class OperatorRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Asks the service; with a body it changes or looks something up. @throws Refused */
export async function askOperator<Answer>(path: string, body?: object): Promise<Answer> {
  const response = await fetch(path, {
    ...(body && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer as Answer;
  throw new OperatorRefused(answer.error?.code ?? answer.code ?? 'none');
}
