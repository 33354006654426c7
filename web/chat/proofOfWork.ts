import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Does the work that the service asks for while very many conversations are begun. @param challenge base64url of JSON */
export async function proofOf(challenge: string): Promise<string> {
  const asked: Challenge = JSON.parse(atob(challenge.replaceAll('-', '+').replaceAll('_', '/')));
  const solution = await solveChallenge({ challenge: asked, deriveKey });
  return btoa(JSON.stringify({ challenge: asked, solution }))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
