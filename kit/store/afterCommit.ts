import type { EntityManager } from 'typeorm';

type Followers = (() => void)[];

/**
 * What follows each open transaction, by its manager. SQLite has one manager for all, and one transaction at a time.
 */
const open = new WeakMap<EntityManager, Followers>();

/**
 * Begins the list of what follows the commit. A transaction that is repeated begins a new list; a lost one is followed
 * by nothing.
 */
export function followersOf(manager: EntityManager): Followers {
  const followers: Followers = [];
  open.set(manager, followers);
  return followers;
}

/** @param follower is called right after the commit. It works in this process's memory only and must not throw. */
export function afterCommit(manager: EntityManager, follower: () => void): void {
  const followers = open.get(manager);
  if (!followers) throw new Error('no transaction is open that could be committed');
  followers.push(follower);
}
