import { inkOn } from '../../kit/colour.ts';

/** The ground that was asked for as `#rrggbb`, the bank's own colour for anything else, and the ink on it. */
export function colours(asked: string | null, own: string): { ground: string; ink: string } {
  const ground = asked && /^#[\da-f]{6}$/i.test(asked) ? asked : own;
  return { ground, ink: inkOn(ground) };
}
