import type {
  DeskActed,
  DeskAgents,
  DeskCases,
  DeskConversation,
  DeskLines,
} from '../../services/contract/desk.ts';

/** What the desk refuses, by its stable code; `network` where nothing came back. */
export class DeskRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Who is logged in. */
export type Me = { login: string; name: string; roles: readonly string[] };

const get = <Answer>(path: string) => ask<Answer>(path, {});
const post = <Answer>(path: string, message: object, more: RequestInit = {}) =>
  ask<Answer>(path, {
    ...{ method: 'POST', body: JSON.stringify(message), headers: { 'Content-Type': 'application/json' } },
    ...more,
  });

/** All that the page asks of the service. */
export const api = {
  me: () => get<Me>('me'),
  leaves: () => post<{ goTo: string }>('logout', {}),
  cases: () => get<DeskCases>('api/cases'),
  conversation: (id: string) => get<DeskConversation>(`api/cases/${id}`),
  lines: (id: string, after: number) => get<DeskLines>(`api/cases/${id}/lines?after=${after}`),
  isThere: (paused: boolean) => post<DeskAgents>('api/presence', { paused }),
  /** Goes out while the page is being closed. */
  hasLeft: () => post<DeskAgents>('api/presence', { paused: true, left: true }, { keepalive: true }),
  claim: (id: string) => post<DeskActed>(`api/cases/${id}/claim`, {}),
  write: (id: string, line: { id: string; text?: string; answer?: string }) =>
    post<DeskActed>(`api/cases/${id}/lines`, line),
  authenticate: (id: string) => post<DeskActed>(`api/cases/${id}/authenticate`, {}),
  unfreeze: (id: string) => post<DeskActed>(`api/cases/${id}/unfreeze`, {}),
  passOn: (id: string, to: string | null) => post<DeskActed>(`api/cases/${id}/pass`, { to }),
  close: (id: string) => post<DeskActed>(`api/cases/${id}/close`, {}),
};

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/desk/${path}`, { ...init, cache: 'no-store' });
  } catch {
    throw new DeskRefused('network');
  }
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) return body as Answer;
  const { error } = body as { error?: { code?: string } };
  throw new DeskRefused(error?.code ?? 'internal');
}
