import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Networks that lead to one another's members and to nothing else: bridges in a network namespace of their own. */
export class Networks {
  readonly #switch: ChildProcess;
  readonly #names: string[] = [];
  readonly #members = new Map<string, { holder: ChildProcess; addresses: Map<string, string> }>();

  private constructor(holder: ChildProcess) {
    this.#switch = holder;
  }

  static async made(): Promise<Networks> {
    return new Networks(await held());
  }

  /** Adds a member. @param networks those that it is in, by name @returns the process whose network it has */
  async joins(name: string, networks: readonly string[]): Promise<number> {
    const holder = await held();
    const addresses = new Map<string, string>();
    const number = this.#members.size + 10;
    for (const network of networks) {
      const place = this.#numbered(network);
      const [link, port] = [`l${place}-${number}`, `eth${addresses.size}`];
      const address = `172.30.${place + 1}.${number}`;
      inNetworkOf(this.#switch.pid, `ip link add ${link} type veth peer name ${port} netns ${holder.pid}`);
      inNetworkOf(this.#switch.pid, `ip link set ${link} master b${place} up`);
      inNetworkOf(holder.pid, `ip addr add ${address}/24 dev ${port} && ip link set ${port} up`);
      addresses.set(network, address);
    }
    this.#members.set(name, { holder, addresses });
    return holder.pid ?? 0;
  }

  /** The names and addresses of all who share a network with a member, as /etc/hosts has them. */
  hostsOf(name: string): string {
    const own = [...(this.#members.get(name)?.addresses.keys() ?? [])];
    const lines = [...this.#members].flatMap(([other, { addresses }]) =>
      own.flatMap((network) => addresses.get(network) ?? []).map((address) => `${address} ${other}`),
    );
    return lines.join('\n');
  }

  addressOf(name: string, network: string): string {
    return this.#members.get(name)?.addresses.get(network) ?? '';
  }

  end(): void {
    for (const { holder } of this.#members.values()) holder.kill('SIGKILL');
    this.#switch.kill('SIGKILL');
  }

  #numbered(network: string): number {
    const known = this.#names.indexOf(network);
    if (known >= 0) return known;
    const place = this.#names.push(network) - 1;
    inNetworkOf(this.#switch.pid, `ip link add b${place} type bridge && ip link set b${place} up`);
    return place;
  }
}

async function held(): Promise<ChildProcess> {
  const child = spawn('unshare', ['-n', 'sh', '-c', 'ip link set lo up && echo up && exec sleep 900'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return child;
}

function inNetworkOf(pid: number | undefined, command: string): void {
  execFileSync('nsenter', ['-t', String(pid), '-n', 'sh', '-c', command]);
}
