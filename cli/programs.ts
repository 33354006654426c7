import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Surroundings } from './surroundings.ts';

/** A part of the program. It is loaded only when it is named, because loading takes time. */
type Program = { says: string; open: (surroundings: Surroundings) => Promise<Command> };

/** The words that can follow `thawline`, in the order of the help. */
export const programs: Readonly<Record<string, Program>> = {
  cards: {
    says: 'cards, freezes and locks: import, list, find, freeze, lift, release',
    open: async (surroundings) => (await import('./cardsCommand.ts')).cardsCommand(surroundings),
  },
  cases: {
    says: 'the customers who wait for a person',
    open: async (surroundings) => (await import('./casesCommand.ts')).casesCommand(surroundings),
  },
  audit: {
    says: 'read and verify the audit trail, print the keys of its anchors',
    open: async (surroundings) => (await import('./auditCommand.ts')).auditCommand(surroundings),
  },
  approvals: {
    says: 'requests that need a second person: list, approve, refuse',
    open: async (surroundings) => (await import('./approvalsCommand.ts')).approvalsCommand(surroundings),
  },
  events: {
    says: 'events for the bank’s own systems: have them come again',
    open: async (surroundings) => (await import('./eventsCommand.ts')).eventsCommand(surroundings),
  },
  keys: {
    says: 'make, rotate and rewrap the keys of this installation',
    open: async (surroundings) => (await import('./keysCommand.ts')).keysCommand(surroundings),
  },
  retention: {
    says: 'delete or count expired rows; erase a customer',
    open: async (surroundings) => (await import('./retentionCommand.ts')).retentionCommand(surroundings),
  },
  migrate: {
    says: 'migrations of the database: show, run or undo them',
    open: async (surroundings) => (await import('./migrateCommand.ts')).migrateCommand(surroundings),
  },
  backup: {
    says: 'write a backup of the database, with its anchors',
    open: async (surroundings) => (await import('./backupCommand.ts')).backupCommand(surroundings),
  },
  restore: {
    says: 'check or restore a backup',
    open: async (surroundings) => (await import('./restoreCommand.ts')).restoreCommand(surroundings),
  },
  reconcile: {
    says: 'after a restore: find unfreezings that the database lacks',
    open: async (surroundings) => (await import('./reconcileCommand.ts')).reconcileCommand(surroundings),
  },
  preflight: {
    says: 'find unsafe settings, here and in the accounts of the channels',
    open: async (surroundings) => {
      const { preflightCommand } = await import('./preflightCommand.ts');
      const { readAccount } = await import('./readAccount.ts');
      const { tokenOfRegistration } = await import('./registrationFindings.ts');
      return preflightCommand({ ...surroundings, readAccount, askToken: tokenOfRegistration });
    },
  },
  conformance: {
    says: 'test the promises of a bank’s card system',
    open: async (surroundings) =>
      (await import('./conformanceCommand.ts')).conformanceCommand({ ...surroundings, pause }),
  },
  brand: {
    says: 'check a brand file, and draw what customers see of it',
    open: async (surroundings) => (await import('./brandCommand.ts')).brandCommand(surroundings),
  },
  understand: {
    says: 'print how sentences are understood, or learn from the corpus',
    open: async (surroundings) => (await import('./understandCommand.ts')).understandCommand(surroundings),
  },
  api: {
    says: 'write the API document of a bank’s card system',
    open: async (surroundings) => (await import('./apiCommand.ts')).apiCommand(surroundings),
  },
};
