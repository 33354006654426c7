/** `npm run bench`: each benchmark that is short, or those that are named; what follows a name is for that benchmark. */

type Benchmark = { what: string; run: () => Promise<unknown>; onlyWhenNamed?: boolean };

const benches: Record<string, Benchmark> = {
  sameAnswer: {
    what: 'how far the times of answers that must not be told apart lie from each other; a number: how many tries',
    run: () => import('./sameAnswer.ts'),
  },
  understanding: {
    what: 'how much of what customers say is understood',
    run: () => import('./understanding.ts'),
  },
  callTurns: {
    what: 'a turn of a call beside the least that can answer one; a number: how many calls',
    run: () => import('./callTurns.ts'),
  },
  texts: {
    what: 'how much of a processor one message takes, whatever is in it',
    run: () => import('./texts.ts'),
  },
  chatPage: {
    what: 'when the chat page can be used on a telephone with a slow line; --rounds 5 --cpu 4',
    run: () => import('./chatPage.ts'),
    onlyWhenNamed: true,
  },
  polls: {
    what: 'what 600 polls of a long conversation at once take of memory, and what becomes of each',
    run: () => import('./polls.ts'),
    onlyWhenNamed: true,
  },
  turns: {
    what:
      'whole cases on each channel beside other bots, which `npm ci --prefix bench/peers` installs; ' +
      '--rounds 5 --seconds 3 --warm 8 --clients 32 --cards 12000 --only REGEXP --beside CHECKOUT --no-trace',
    run: () => import('./turns.ts'),
    onlyWhenNamed: true,
  },
  postgres: {
    what:
      'what a second process adds, and a delay between service and PostgreSQL costs; ' +
      '--rounds 4 --seconds 3 --clients 16 --cards 2000 --delay 4',
    run: () => import('./postgres.ts'),
    onlyWhenNamed: true,
  },
  dialogs: {
    what: 'what our conversation costs by itself, without database, sealing and HTTP; --rounds 10 --cases 200',
    run: () => import('./dialogs.ts'),
    onlyWhenNamed: true,
  },
  growth: {
    what:
      'whether a turn costs the same with few and with many cards and conversations; --rounds 12 --seconds 3 ' +
      '--clients 16 --cards 1000000,10000000 --conversations 1000000 --postgres 1000000; 10 million cards take 20 GB',
    run: () => import('./growth.ts'),
    onlyWhenNamed: true,
  },
  memory: {
    what: 'whether memory stays level over many turns; --turns 100000 --clients 16 --minutes 60',
    run: () => import('./memory.ts'),
    onlyWhenNamed: true,
  },
  operatorPage: {
    what: 'when the operator’s page is open with a million events, of a month and of a day',
    run: () => import('./operatorPage.ts'),
    onlyWhenNamed: true,
  },
  import: {
    what: 'how many rows of a file of cards a CPU second imports, and in how much memory; --rows "10000 100000" --rounds 3',
    run: () => import('./import.ts'),
    onlyWhenNamed: true,
  },
  sizing: {
    what:
      'what a case needs of service, database, disk and network, and whether a model of queues says what two and three ' +
      'processes do; --rounds 3 --seconds 6 --delay 10',
    run: () => import('./sizing.ts'),
    onlyWhenNamed: true,
  },
  start: {
    what: 'how long the service takes until it is ready, with what it compiled before and without; --rounds 5',
    run: () => import('./start.ts'),
    onlyWhenNamed: true,
  },
};

const words = process.argv.slice(2);
if (words.includes('--help')) {
  const lines = Object.entries(benches).map(([name, { what }]) => `  ${name.padEnd(14)}${what}\n`);
  process.stdout.write(`npm run bench -- NAME [OPTIONS]\n${lines.join('')}`);
  process.exit(0);
}
const named = words.filter((word, place) => isName(word, words[place - 1]));
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `no benchmark is named ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`,
  );
  process.exit(2);
}
for (const [name, { run, onlyWhenNamed }] of Object.entries(benches))
  if (named.includes(name) || (named.length === 0 && !onlyWhenNamed)) await run();

/** Neither an option nor a number nor what follows an option. */
function isName(word: string, before = ''): boolean {
  return !/^\d+$|^--/.test(word) && (!before.startsWith('--') || before.startsWith('--no-'));
}
