/** Stands in for `docker run --rm` where prepare.sh calls it: `MACHINE` says where the image's tree and the volumes are. */
import { parseArgs } from 'node:util';
import { MachineAt, startContainer } from './container.ts';

const [verb, ...words] = process.argv.slice(2);
if (verb !== 'run') throw new Error(`no stand-in for ${verb}`);
const { values, tokens } = parseArgs({
  args: words,
  strict: false,
  tokens: true,
  allowPositionals: true,
  options: {
    rm: { type: 'boolean' },
    user: { type: 'string' },
    entrypoint: { type: 'string' },
    volume: { type: 'string', short: 'v', multiple: true },
    env: { type: 'string', short: 'e', multiple: true },
  },
});
// What follows the image is the container's own.
const imageAt = tokens.find(({ kind }) => kind === 'positional')?.index ?? words.length;
const command = words.slice(imageAt + 1);
const before = (name: 'volume' | 'env') =>
  tokens.flatMap((token) =>
    token.kind === 'option' && token.name === name && token.index < imageAt ? [String(token.value)] : [],
  );
const container = startContainer(MachineAt.parse(JSON.parse(process.env.MACHINE ?? '{}')), {
  command,
  user: typeof values.user === 'string' ? values.user : '10001:10001',
  ...(typeof values.entrypoint === 'string' && { entrypoint: values.entrypoint }),
  environment: Object.fromEntries(before('env').map((one) => one.split('=') as [string, string])),
  volumes: before('volume'),
});
container.stdout.pipe(process.stdout);
container.stderr.pipe(process.stderr);
container.stdin.end();
container.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
