/** `npm run bench`: each benchmark, or those that are named; a number is how often those that measure time try. */

const benches: Record<string, () => Promise<unknown>> = {
  sameAnswer: () => import('./sameAnswer.ts'),
  understanding: () => import('./understanding.ts'),
  callTurns: () => import('./callTurns.ts'),
  texts: () => import('./texts.ts'),
};

const named = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `no benchmark is named ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`,
  );
  process.exit(2);
}
for (const [name, run] of Object.entries(benches))
  if (named.length === 0 || named.includes(name)) await run();
