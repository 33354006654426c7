const names = [
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'],
  ...['Date', 'fetch'],
] as const;
const real = names.map((name) => Reflect.get(globalThis, name));

/**
 * Puts back what a file has left faked, and fails for it: whatever comes later in the same process would wait for ever, and
 * nobody would know for what.
 */
export function assertRealClocks(): void {
  const faked = names.filter((name, place) => Reflect.get(globalThis, name) !== real[place]);
  for (const [place, name] of names.entries()) Reflect.set(globalThis, name, real[place]);
  if (faked.length > 0)
    throw new Error(`${faked.join(', ')}: left faked; restore it in a \`finally\` or an \`afterEach\``);
}

/** After each file, in each of mocha's workers. */
export const mochaHooks = { afterAll: assertRealClocks };
