import type { NotYet } from '../contract/notYet.ts';
import type { Help } from '../contract/unfreezeInstructions.ts';
import type { Obstacle } from './condition.ts';

/** The answer to a customer about an obstacle: who helps, and, where the card only has to wait, why and until when. */
export function helpAgainst({ help, notYet }: Extract<Obstacle, { obstacle: 'notRemote' }>): {
  help: Help;
  notYet?: NotYet;
} {
  return { help, ...(notYet && { notYet }) };
}
