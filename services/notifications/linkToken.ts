import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '../../kit/store/query.ts';
import { type SecureLink, SecureLinkRows } from '../tables/secureLink.ts';

/** 144 random bits as 24 characters that need no escaping in an address. */
export function newToken(): string {
  return randomBytes(18).toString('base64url');
}

/** The stored form of a token: a plain SHA-256, which is enough because a token is long and random. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The link of a token, used or expired ones included. */
export async function linkOf(manager: EntityManager, token: string): Promise<SecureLink | undefined> {
  return (await manager.findOneBy(SecureLinkRows, { tokenHash: tokenHash(token) })) ?? undefined;
}
