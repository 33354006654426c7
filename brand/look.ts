import { contrast, inkOn, mixed } from '../kit/colour.ts';

/** The colours of the bank's pages as `#rrggbb`: those that the bank chose, and those derived from them. */
export type BrandLook = {
  header: string;
  onHeader: string;
  action: string;
  actionStrong: string;
  ground: string;
  ink: string;
  quiet: string;
  /** The colours that differ on the pages' dark ground; all others stay the same there. */
  dark: { action: string; actionStrong: string; onAction: string };
  corners: number;
  fonts: readonly string[];
};

/** The part of the look that a brand file can set. */
export type GivenLook = {
  colours: {
    header: string;
    action?: string | undefined;
    ground?: string | undefined;
    ink?: string | undefined;
  };
  corners?: number | undefined;
  fonts?: readonly string[] | undefined;
};

/** The lowest contrast of text (WCAG 2.2, 1.4.3, level AA). */
const least = 4.5;
const white = '#ffffff';

/** The colour of warnings on the pages. */
const red = '#a3142a';

export function lookOf({ colours, corners = 14, fonts = [] }: GivenLook): BrandLook {
  const { header, action = header, ground = '#eef2f5', ink = '#1b2733' } = colours;
  return {
    header,
    onHeader: inkOn(header),
    action,
    actionStrong: mixed(action, '#000000', 0.75),
    ground,
    ink,
    quiet: quietOn(ink, ground),
    dark: darkOf(action),
    corners,
    fonts,
  };
}

/** The combinations of colours that cannot be read, each with its contrast. */
export function unreadable({ action, ground, ink }: BrandLook): string[] {
  const pairs = [
    { name: 'action', one: action, on: 'white', other: white },
    { name: 'action', one: action, on: 'ground', other: ground },
    { name: 'ink', one: ink, on: 'white', other: white },
    { name: 'ink', one: ink, on: 'ground', other: ground },
    { name: 'the red of warnings', one: red, on: 'ground', other: ground },
  ];
  return pairs
    .filter(({ one, other }) => contrast(one, other) < least)
    .map(({ name, one, on, other }) => {
      const ratio = (Math.floor(contrast(one, other) * 100) / 100).toFixed(2);
      const hint = name === 'action' ? '; a bright colour may be the header’s, with another for action' : '';
      return `colours: ${name} ${one} on ${on} ${other} has a contrast of ${ratio} to 1, and 4.5 is the least${hint}`;
    });
}

/** The quieter colour of text: the ink, mixed with as much of the ground as can still be read. */
function quietOn(ink: string, ground: string): string {
  const shares = [0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
  const mixes = shares.map((share) => mixed(ink, ground, share));
  return mixes.find((mix) => contrast(mix, ground) >= least && contrast(mix, white) >= least) ?? ink;
}

/** The brightest surface of the dark pages, as in their style sheet; their ground is darker still. */
const darkPaper = '#1a242d';

/** The action's colour for dark pages, as close to the bank's as can still be read. */
function darkOf(action: string): BrandLook['dark'] {
  const shares = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];
  const mixes = shares.map((share) => mixed(action, white, share));
  const readable = mixes.find((mix) => contrast(mix, darkPaper) >= least) ?? white;
  return { action: readable, actionStrong: mixed(readable, white, 0.75), onAction: inkOn(readable) };
}

/** The custom properties that the pages' own style sheets use. */
export function styleOf(look: BrandLook): string {
  const properties = {
    '--header': look.header,
    '--on-header': look.onHeader,
    '--blue': look.action,
    '--blue-strong': look.actionStrong,
    '--ground': look.ground,
    '--ink': look.ink,
    '--quiet': look.quiet,
    '--corner': `${look.corners}px`,
    ...(look.fonts.length > 0 && { '--fonts': look.fonts.map((font) => `"${font}"`).join(', ') }),
  };
  const atNight = {
    '--blue': look.dark.action,
    '--blue-strong': look.dark.actionStrong,
    '--on-blue': look.dark.onAction,
    ...nightOfThePages,
  };
  // This rule is as specific as `:root` in the sheets and comes after them, so it wins.
  return `:root{${rulesOf(properties)}}@media (prefers-color-scheme:dark){:root{${rulesOf(atNight)}}}`;
}

/** The colours of the dark pages' own sheet. They replace the bank's ground and ink at night. */
const nightOfThePages = { '--ground': '#0f161c', '--ink': '#e6edf3', '--quiet': '#a9b6c2' };

function rulesOf(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}
