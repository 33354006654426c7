import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { BrandWritten } from '../../brand/brandWritten.ts';
import { unreadFields } from './unreadFields.ts';

const folder = fileURLToPath(new URL('../../deploy/kubernetes', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const settings = readFileSync(join(root, '.env.example'), 'utf8');

const Container = z.looseObject({
  name: z.string(),
  image: z.string(),
  args: z.array(z.string()).optional(),
  env: z.array(z.looseObject({ name: z.string() })).default([]),
  ports: z.array(z.looseObject({ name: z.string(), containerPort: z.int() })).default([]),
  securityContext: z.looseObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  resources: z.looseObject({ requests: z.looseObject({}), limits: z.looseObject({ memory: z.string() }) }),
});
/** What every pod of ours must be: nobody in particular, with nothing of the cluster's, and gone in time. */
const Pod = z.looseObject({
  metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
  spec: z.looseObject({
    automountServiceAccountToken: z.literal(false),
    terminationGracePeriodSeconds: z.int(),
    securityContext: z.looseObject({
      runAsNonRoot: z.literal(true),
      runAsUser: z.literal(10001),
      seccompProfile: z.strictObject({ type: z.literal('RuntimeDefault') }),
    }),
    initContainers: z.array(Container).default([]),
    containers: z.array(Container),
  }),
});
const Manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});
const Scaler = z.looseObject({ scaleTargetRef: z.looseObject({ kind: z.string() }), minReplicas: z.int() });
type Manifest = z.infer<typeof Manifest>;

function manifestsIn(place: string): Manifest[] {
  const names = readdirSync(join(folder, place)).filter(
    (name) => name.endsWith('.yaml') && name !== 'kustomization.yaml',
  );
  return names.flatMap((name) =>
    parseAllDocuments(readFileSync(join(folder, place, name), 'utf8'), {
      strict: true,
      uniqueKeys: true,
    }).map((document) => {
      assert.deepEqual(document.errors, [], name);
      return Manifest.parse(document.toJS());
    }),
  );
}

const base = manifestsIn('base');
const jobs = manifestsIn('migrations');
const all = [...base, ...jobs, ...manifestsIn('overlays/production')];
const ofKind = (kind: string) => base.filter((one) => one.kind === kind);
const settingsMaps = () => ofKind('ConfigMap').filter(({ metadata }) => metadata.name.endsWith('-settings'));
const workloads = base.flatMap(({ kind, metadata, spec }) => {
  const { template } = (spec ?? {}) as { template?: unknown };
  return template === undefined ? [] : [{ kind, name: metadata.name, pod: Pod.parse(template) }];
});
const containersOf = ({ spec }: z.infer<typeof Pod>) => [...spec.initContainers, ...spec.containers];

describe('the manifests for Kubernetes', () => {
  for (const manifest of all)
    it(`are as the published schemas want them: ${manifest.kind} ${manifest.metadata.name}`, async () => {
      const { [manifest.kind]: Model } = await import(`kubernetes-models/${manifest.apiVersion}`);
      assert.ok(Model, `there is no ${manifest.apiVersion} ${manifest.kind}`);
      const unread = unreadFields(manifest, (watched) => Model.prototype.validate.call(watched));
      assert.deepEqual(unread, [], 'fields that nobody reads');
    });

  it('find what is misspelt or of a wrong type', async () => {
    const { Service } = await import('kubernetes-models/v1');
    const head = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' } };
    const wrong = { ...head, spec: { ports: [{ port: 1, tragetPort: 2 }] } };
    const validates = (watched: unknown) => Service.prototype.validate.call(watched as object);
    assert.deepEqual(unreadFields(wrong, validates), ['/spec/ports/0/tragetPort']);
    assert.throws(() => validates({ ...head, spec: { ports: [{ port: 'no' }] } }), /port/);
  });

  it('are all taken in by kustomize, and no other', () => {
    for (const place of ['base', 'migrations', 'overlays/production']) {
      const { resources } = parse(readFileSync(join(folder, place, 'kustomization.yaml'), 'utf8'));
      const there = readdirSync(join(folder, place)).filter((name) => name !== 'kustomization.yaml');
      const named = resources.filter((name: string) => name.endsWith('.yaml'));
      assert.deepEqual(named.toSorted(), there.toSorted());
    }
  });

  it('set only what is a setting, each secret by its file', () => {
    const known = new Set([...settings.matchAll(/^#(\w+)=/gm)].map(([, name = '']) => name));
    const names = [
      ...settingsMaps().flatMap(({ data }) => Object.keys(data as object)),
      ...workloads.flatMap(({ pod }) => containersOf(pod).flatMap(({ env }) => env.map(({ name }) => name))),
    ];
    for (const name of names) assert.ok(known.has(name.replace(/(TOKEN|DATABASE_URL)_FILE$/, '$1')), name);
    assert.deepEqual(
      names.filter((name) => /(TOKEN|PASSWORD|DATABASE_URL)$/.test(name)),
      [],
    );
  });

  it('name the brand, which production does not start without', () => {
    const [brand] = ofKind('ConfigMap').filter(({ metadata }) => metadata.name === 'brand');
    const { 'brand.json': file = '' } = z.record(z.string(), z.string()).parse(brand?.data);
    BrandWritten.parse(JSON.parse(file));
    for (const { data } of settingsMaps())
      assert.equal((data as Record<string, string>).BRAND_FILE, '/etc/thawline/brand/brand.json');
  });

  it('make the tables by jobs that are kept as the services are, and start what is there', () => {
    const pods = jobs.flatMap(({ kind, spec }) =>
      kind === 'Job' ? [Pod.parse((spec as { template: unknown }).template)] : [],
    );
    const commands = pods.flatMap((pod) => containersOf(pod).map(({ args = [] }) => args.slice(1).join(' ')));
    assert.deepEqual(commands, ['migrate up --half bot', 'migrate up --half bank']);
  });

  it('give a pod more time to end than it takes', () => {
    for (const { name, pod } of workloads) {
      const settingsOf = ofKind('ConfigMap').find(({ metadata }) => metadata.name === `${name}-settings`);
      const { STOP_GRACE = 'PT0S' } = (settingsOf?.data ?? {}) as Record<string, string>;
      const grace = Number(/^PT(\d+)S$/.exec(STOP_GRACE)?.[1]);
      // Before the signal: preStop; after the grace: the end itself.
      assert.ok(pod.spec.terminationGracePeriodSeconds >= 5 + grace + 15, name);
    }
  });

  it('probe each service on the management port, and start what is there', () => {
    for (const { name, pod } of workloads)
      for (const container of pod.spec.containers) {
        const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'].map((probe) => {
          const { httpGet } = z
            .looseObject({ httpGet: z.strictObject({ path: z.string(), port: z.string() }) })
            .parse(container[probe]);
          return `${httpGet.port} ${httpGet.path}`;
        });
        assert.deepEqual(probes, ['management /startupz', 'management /healthz', 'management /readyz'], name);
        const [program = ''] = container.args ?? [];
        assert.ok(readFileSync(join(root, program.replace('/srv/thawline/', '')), 'utf8'));
      }
  });

  it('let nobody in but by port, and nobody out but to a named place', () => {
    const Policy = z.looseObject({
      podSelector: z.looseObject({}),
      ingress: z
        .array(z.looseObject({ from: z.array(z.unknown()), ports: z.array(z.unknown()) }))
        .default([]),
      egress: z.array(z.looseObject({ to: z.array(z.unknown()), ports: z.array(z.unknown()) })).default([]),
    });
    const policies = ofKind('NetworkPolicy').map(({ metadata, spec }) => ({
      name: metadata.name,
      ...Policy.parse(spec),
    }));
    const nothing = policies.find(({ name }) => name === 'nothing');
    assert.deepEqual([nothing?.podSelector, nothing?.ingress, nothing?.egress], [{}, [], []]);
    for (const { name, ingress, egress } of policies)
      for (const { from = [], to = [], ports } of [...ingress, ...egress] as Record<string, unknown[]>[])
        assert.ok((from.length > 0 || to.length > 0) && (ports ?? []).length > 0, name);
    const reaches = (name: string) =>
      policies
        .find((one) => one.name === name)
        ?.ingress.map(({ from, ports }) => JSON.stringify([from, ports]));
    assert.equal(reaches('processor')?.filter((rule) => rule.includes('3979')).length, 1);
    assert.match(String(reaches('processor')?.[0]), /podSelector.*bot.*3979/);
    assert.doesNotMatch(JSON.stringify(reaches('bot')), /9464|3979/);
  });

  it('keep two of each half, wherever the cluster moves them', () => {
    for (const { kind, name } of workloads) {
      const scaler = ofKind('HorizontalPodAutoscaler').find(({ metadata }) => metadata.name === name);
      const { scaleTargetRef, minReplicas } = Scaler.parse(scaler?.spec);
      assert.deepEqual([scaleTargetRef.kind, minReplicas], [kind, 2]);
      assert.ok(ofKind('PodDisruptionBudget').some(({ metadata }) => metadata.name === name));
    }
    assert.deepEqual(workloads.map(({ name }) => name).toSorted(), ['bot', 'processor']);
  });
});
