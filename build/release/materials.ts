import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parse } from '../../kit/parse.ts';
import { ran } from './ran.ts';

const Component = z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() });
const Bom = z.looseObject({
  serialNumber: z.string(),
  metadata: z.looseObject({ component: z.looseObject({}), timestamp: z.string() }),
  components: z.array(Component),
  dependencies: z.array(z.looseObject({ ref: z.string() })),
});

const LockedPackage = z.object({
  version: z.string().default(''),
  license: z.string().default('see its text'),
  dev: z.boolean().default(false),
  devOptional: z.boolean().default(false),
});
const Lock = z.object({ packages: z.record(z.string(), LockedPackage) });

/** A package that production consists of; `place` is its folder from the root. */
export type Material = { place: string; name: string; version: string; license: string };

/** The packages that production consists of, from the lock file of a checkout. */
export function materialsIn(root: string): Material[] {
  const { packages } = parse(Lock, JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional)
    .map(([place, { version, license }]) => ({ place, name: nameAt(place), version, license }));
}

/**
 * The bill of materials of production (CycloneDX 1.5), made by npm from the lock file: every package with its version,
 * licence, address and hash. The packages are chosen by the lock file, because npm's `--omit=dev` also leaves out those
 * that a development package needs too. Values that npm makes by chance or from the clock or folder are removed or
 * replaced.
 * @param at the time of the release's commit
 */
export async function billOfMaterials(
  root: string,
  { name, at }: { name: string; at?: Date },
): Promise<string> {
  const words = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const { serialNumber: _drawn, ...bom } = parse(Bom, JSON.parse(String(await ran('npm', words, root))));
  const wanted = new Set(materialsIn(root).map((one) => `${one.name}@${one.version}`));
  const components = bom.components.filter((one) => wanted.has(`${one.name}@${one.version}`));
  const { component, timestamp: _now, ...metadata } = bom.metadata;
  const refs = new Set([component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  const whole = {
    ...bom,
    metadata: {
      ...metadata,
      ...(at && { timestamp: at.toISOString() }),
      component: { ...component, name },
    },
    components,
    dependencies: bom.dependencies.filter(({ ref }) => refs.has(ref)),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

const nameAt = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
