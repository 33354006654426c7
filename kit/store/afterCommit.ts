import type { EntityManager } from 'typeorm';

type Followers = (() => void)[];

/** Of the transactions that are open, by their managers. SQLite has one manager for all, and one transaction at a time. */
const open = new WeakMap<EntityManager, Followers>();

/** What follows the commit of the transaction that begins with this; nothing where it is done again or lost. */
export function followersOf(manager: EntityManager): Followers {
  const followers: Followers = [];
  open.set(manager, followers);
  return followers;
}

/** @param follower is called once the transaction is committed, at once and in the process's own memory: it must not throw */
export function afterCommit(manager: EntityManager, follower: () => void): void {
  const followers = open.get(manager);
  if (!followers) throw new Error('no transaction is open that could be committed');
  followers.push(follower);
}
