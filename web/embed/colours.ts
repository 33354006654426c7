const ownBlue = '#0b3d5c';

/** The ground that was asked for as `#rrggbb`, our own blue for anything else, and the ink that reads best on it. */
export function colours(asked: string | null): { ground: string; ink: string } {
  const ground = asked && /^#[\da-f]{6}$/i.test(asked) ? asked : ownBlue;
  // Where white and black have the same contrast to a ground (WCAG 2.2, contrast ratio), at √(1.05 · 0.05) − 0.05.
  return { ground, ink: luminance(ground) > 0.179 ? '#000' : '#fff' };
}

/** Relative luminance (WCAG 2.2), from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const value = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
