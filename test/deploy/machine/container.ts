import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { containerfile } from '../imageTree.ts';

/** A machine with something like containers on it: the image's tree, its Node, and the folder of its named volumes. */
export const MachineAt = z.object({ tree: z.string(), volumes: z.string(), node: z.string() });
export type MachineAt = z.infer<typeof MachineAt>;

/** What a container is made of, as `docker run` and a compose file name it. */
export type Container = {
  command: readonly string[];
  user: string;
  entrypoint?: string;
  environment?: Readonly<Record<string, string>>;
  /** `FROM:TO` or `FROM:TO:ro`; FROM is a path, or the name of a volume. */
  volumes?: readonly string[];
  /** Files by the name that they have in /run/secrets. */
  secrets?: Readonly<Record<string, string>>;
  isReadOnly?: boolean;
  /** Who is in its networks, as /etc/hosts has it. */
  hosts?: string;
  /** The process whose network it has; none at all where there is none. */
  network?: number;
};

/** What the Containerfile says of every container: its environment, and the folder where it begins. */
const image = {
  environment: Object.fromEntries(
    (/^ENV (.+)$/m.exec(containerfile)?.[1] ?? '')
      .split(' ')
      .map((one) => one.split('=') as [string, string]),
  ),
  folder: /^WORKDIR (.+)$/m.exec(containerfile.slice(containerfile.indexOf('USER ')))?.[1] ?? '',
};

/**
 * Starts a process as a container has it: a root of its own that it can only read, the image's tree in it, volumes and secrets
 * where they belong, an account without a name or any right, and networks that lead to its neighbours alone.
 */
export function startContainer(at: MachineAt, container: Container) {
  const { command, user, entrypoint = 'node', environment = {}, volumes = [], secrets = {} } = container;
  const [uid = '0', gid = uid] = user.split(':');
  const mounts = volumes.map((volume) => {
    const [from = '', to = '', how] = volume.split(':');
    const named = /^[\w-]+$/.test(from);
    const place = named ? join(at.volumes, from) : resolve(from);
    if (named && !existsSync(place)) {
      mkdirSync(place, { mode: 0o700 });
      chownSync(place, 10_001, 10_001);
    }
    return `place ${quoted(place)} ${quoted(to)}${how === 'ro' ? ' ro' : ''}`;
  });
  const script = `
set -eu
umask 022
R=$(mktemp -d)
mount -t tmpfs -o mode=0755 tmpfs "$R"
place() {
  if [ -d "$1" ]; then mkdir -p "$R$2"; else mkdir -p "$(dirname "$R$2")"; touch "$R$2"; fi
  mount --bind "$1" "$R$2"
  if [ "\${3:-}" = ro ]; then mount -o remount,bind,ro "$R$2"; fi
}
for of in bin lib lib64 sbin; do [ -L "/$of" ] && cp -a "/$of" "$R/$of" || { [ -d "/$of" ] && place "/$of" "/$of" ro; } || true; done
place /usr /usr ro
place ${quoted(at.tree)} /srv/thawline ro
mkdir -p "$R/image/bin" "$R/etc" "$R/proc" "$R/dev" "$R/tmp" "$R/var/lib/thawline" "$R/run/secrets"
chown 10001:10001 "$R/var/lib/thawline"
place ${quoted(at.node)} /image/bin/node ro
ln -s /srv/thawline/cli/thawline.ts "$R/image/bin/thawline"
printf '%s\\n' '127.0.0.1 localhost' ${quoted(container.hosts ?? '')} > "$R/etc/hosts"
mount --rbind /proc "$R/proc"
mount --rbind /dev "$R/dev"
mount -t tmpfs -o mode=1777 tmpfs "$R/tmp"
${mounts.join('\n')}
${Object.entries(secrets)
  .map(([name, file]) => `place ${quoted(resolve(file))} ${quoted(`/run/secrets/${name}`)} ro`)
  .join('\n')}
${container.isReadOnly ? 'mount -o remount,ro "$R"' : ''}
rights='--reuid ${uid} --regid ${gid} --clear-groups'
[ ${uid} = 0 ] || rights="$rights --bounding-set=-all --no-new-privs"
exec chroot "$R" sh -c 'cd "$1" && shift && exec "$@"' sh ${quoted(image.folder)} setpriv $rights "$@"`;
  const env = { PATH: '/image/bin:/usr/bin:/bin:/usr/sbin:/sbin', ...image.environment, ...environment };
  const apart = ['unshare', '-m', 'sh', '-c', script, 'sh', entrypoint, ...command];
  const { network } = container;
  const [program = '', ...words] =
    network === undefined ? ['unshare', '-n', ...apart] : ['nsenter', '-t', String(network), '-n', ...apart];
  return spawn(program, words, { env, stdio: ['pipe', 'pipe', 'pipe'] });
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
