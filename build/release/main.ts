import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, processTerminal, run } from '../../kit/command.ts';
import { integrationPackage } from './integration.ts';
import { billOfMaterials } from './materials.ts';
import { release } from './release.ts';
import { faultsIn, verifyingKey } from './sums.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const terminal = processTerminal;
const program = command('npm run release --', terminal).description(
  'makes a release of the commit that stands here, or looks at one: the same commit gives the same bytes',
);

program
  .command('make')
  .description(
    'writes the archive, what it is made of (CycloneDX), NOTICE, the package for a bank’s own programs, hashes and their signature',
  )
  .argument('<folder>', 'where they go; it must be empty, or not there')
  .requiredOption('--key <file>', 'a private key of Ed25519 in PEM: openssl genpkey -algorithm ed25519')
  .action(async (folder: string, { key }: { key: string }) => {
    for (const file of await release(root, folder, key)) terminal.out(`${file}\n`);
  });

program
  .command('verify')
  .description('says whether a release is whole and by whom it must be; ends with 1 where it is not')
  .argument('<folder>', 'with all files of the release, and nothing else')
  .requiredOption('--key <file>', 'the public key in PEM: openssl pkey -in KEY -pubout')
  .action((folder: string, { key }: { key: string }) => {
    const faults = faultsIn(folder, verifyingKey(key));
    for (const fault of faults) terminal.err(`${fault}\n`);
    if (faults.length === 0) terminal.out('complete, and signed by this key\n');
    else process.exitCode = 1;
  });

program
  .command('integration')
  .description(
    'writes the package of npm that a bank’s own programs import: types, schemas and the conformance kit',
  )
  .argument('<folder>', 'where it goes')
  .action(async (folder: string) => {
    const file = join(folder, 'thawline-integration.tgz');
    writeFileSync(file, await integrationPackage(root));
    terminal.out(`${file}\n`);
  });

program
  .command('materials')
  .description('prints what production is made of (CycloneDX), every package of the lock file')
  .action(async () => terminal.out(await billOfMaterials(root, { name: 'thawline' })));

const code = await run(program, process.argv.slice(2), terminal);
process.exitCode ||= code;
