import { networksOf } from '../../kit/networks.ts';
import { askTogether } from '../../kit/store/askTogether.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { SteadyTime } from './steadyTime.ts';
import { countAll, latelyOf, sumOf } from './subjectCounts.ts';

/**
 * The limit for ten minutes and one network address. Many people who mistype can share one: an office, a mobile
 * carrier.
 */
export const mostWrongCodes = 20;

/**
 * Counts wrong codes for each network and in total. A wrong guess counts against the network that it came from and
 * never against a code, so that nobody can end another customer's code by guessing.
 */
export class CodeLimit {
  readonly #fields: FieldSealing;
  readonly #time: SteadyTime;
  readonly #everybody: string;

  constructor({ fields, time }: { fields: FieldSealing; time: SteadyTime }) {
    this.#fields = fields;
    this.#time = time;
    this.#everybody = 'wrong codes';
  }

  /** Whether a network has sent too many wrong codes. The caller must hold the locks of its networks. */
  async isUsedUp(manager: EntityManager, network: string | undefined): Promise<boolean> {
    const counted = this.#networks(network);
    if (counted.length === 0) return false;
    const subjects = counted.map(({ subject }) => subject);
    const now = await this.#time.now(manager);
    const [counts] = await askTogether(manager, [latelyOf(manager, subjects, now)]);
    return counted.some(({ subject, most }) => (counts.get(subject) ?? 0) >= most);
  }

  async noteWrong(manager: EntityManager, network: string | undefined): Promise<void> {
    const counted = [...this.#networks(network), { subject: this.#everybody }];
    const now = await this.#time.keep(manager);
    await askTogether(manager, [countAll(manager, counted, now)]);
  }

  /** The recent wrong codes from everywhere. */
  async overall(manager: EntityManager): Promise<number> {
    const now = await this.#time.now(manager);
    const [sum] = await askTogether(manager, [sumOf(manager, [this.#everybody], now)]);
    return sum;
  }

  #networks(network: string | undefined): { subject: string; most: number }[] {
    return (network === undefined ? [] : networksOf(network)).map((counted) => ({
      subject: this.#fields.index('wrongCodesOfNetwork', counted.network),
      most: mostWrongCodes * counted.times,
    }));
  }
}
