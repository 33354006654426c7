import { networksOf } from '../../kit/networks.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { SteadyTime } from './steadyTime.ts';
import { countAll, latelyOf, sumOf } from './subjectCounts.ts';

/** In ten minutes, from one address: an office or a mobile carrier may stand behind it, and people mistype. */
export const mostWrongCodes = 20;

/**
 * How many codes were wrong, from each network and over everybody. Wrong ones alone count, against where they came from
 * and never against a code: what nobody's wrong guess can use up, nobody can end.
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

  /** Whether too many were wrong from a network; to be asked under the locks of its widths. */
  async isUsedUp(manager: EntityManager, network: string | undefined): Promise<boolean> {
    const counted = this.#networks(network);
    if (counted.length === 0) return false;
    const counts = await latelyOf(
      manager,
      counted.map(({ subject }) => subject),
      await this.#time.now(manager),
    );
    return counted.some(({ subject, most }) => (counts.get(subject) ?? 0) >= most);
  }

  async noteWrong(manager: EntityManager, network: string | undefined): Promise<void> {
    const counted = [...this.#networks(network), { subject: this.#everybody }];
    await countAll(manager, counted, await this.#time.keep(manager));
  }

  /** How many were wrong lately, from everywhere. */
  async overall(manager: EntityManager): Promise<number> {
    return sumOf(manager, [this.#everybody], await this.#time.now(manager));
  }

  #networks(network: string | undefined): { subject: string; most: number }[] {
    return (network === undefined ? [] : networksOf(network)).map((counted) => ({
      subject: this.#fields.index('wrongCodesOfNetwork', counted.network),
      most: mostWrongCodes * counted.times,
    }));
  }
}
