import { holds } from './outcomes.ts';
import type { Promised } from './promise.ts';
import { type TestedBank, type Versions, versionsOf } from './testedBank.ts';

/** How often each race is run, and how many requests take part. */
const rounds = 5;
const runners = 4;

/** The promises about requests that change a card, and about those that must not. */
export const changing: readonly Promised[] = [
  {
    id: 'freezing',
    says: 'adds a freeze with a new version; one that is there already changes nothing',
    async try(bank) {
      const before = await bank.active();
      await bank.freeze('customerRequest');
      const frozen = await bank.card();
      holds(frozen.status === 'frozen', 'after a freezing the look-up does not show the card frozen');
      holds(frozen.version > before.version, 'the version did not go up with a freeze');
      await bank.freeze('suspectedFraud');
      const twice = await bank.card();
      holds(twice.freezes.length === 2, 'a second reason did not come beside the first');
      holds(twice.version > frozen.version, 'the version did not go up with a second freeze');
      await bank.freeze('suspectedFraud');
      const again = await bank.card();
      holds(again.version === twice.version, 'the version went up for a freeze that the card had');
    },
  },
  {
    id: 'unfreezing',
    says: 'lifts every freeze with a new version, and shows it at once',
    async try(bank) {
      const before = await bank.frozen('customerRequest', 'abnormalTransaction');
      const done = await bank.unfreeze(versionsOf(before));
      const now = await bank.card();
      holds(done.outcome === 'unfrozen', 'with the versions of the look-up nothing was lifted');
      holds(done.version > before.version, 'the version did not go up with an unfreezing');
      holds(now.status === 'active', 'right after an unfreezing the look-up shows the card frozen');
      holds(now.version === done.version, 'the look-up shows another version than the unfreezing answered');
    },
  },
  {
    id: 'wrongVersion',
    says: 'changes nothing where the card has another version',
    async try(bank) {
      const { version, reservedVersion } = versionsOf(await bank.frozen('customerRequest'));
      await changesNothing(bank, { version: version - 1, reservedVersion }, 'an older version of the card');
      await changesNothing(
        bank,
        { version: version + 1, reservedVersion },
        'a version that is still to come',
      );
    },
  },
  {
    id: 'wrongReservedVersion',
    says: 'changes nothing where the reserved information has another version',
    async try(bank) {
      const { version, reservedVersion } = versionsOf(await bank.frozen('customerRequest'));
      const wrong = { version, reservedVersion: reservedVersion + 1 };
      await changesNothing(bank, wrong, 'another version of the reserved information');
    },
  },
  {
    id: 'notFrozen',
    says: 'answers notUnfrozen where the card is not frozen',
    async try(bank) {
      const before = await bank.active();
      const { outcome } = await bank.unfreeze(versionsOf(before));
      holds(outcome === 'notUnfrozen', 'a card that was not frozen was unfrozen');
      holds((await bank.card()).version === before.version, 'the version went up with nothing');
    },
  },
  {
    id: 'unfreezesOnce',
    says: `lets one of ${runners} unfreezings at the same moment through`,
    async try(bank) {
      for (let round = 0; round < rounds; round++) {
        const versions = versionsOf(await bank.frozen('customerRequest'));
        const all = await Promise.all(Array.from({ length: runners }, () => bank.unfreeze(versions)));
        const unfrozen = all.filter(({ outcome }) => outcome === 'unfrozen').length;
        holds(unfrozen === 1, `${unfrozen} of ${runners} unfreezings with the same version were let through`);
      }
    },
  },
  {
    id: 'freezeStands',
    says: 'leaves a freeze standing that comes while the card is being unfrozen',
    async try(bank) {
      for (let round = 0; round < rounds; round++) {
        const before = await bank.frozen('customerRequest');
        await Promise.all([bank.unfreeze(versionsOf(before)), bank.freeze('suspectedFraud')]);
        const { freezes } = await bank.card();
        holds(freezes.includes('suspectedFraud'), 'a freeze was gone that came beside an unfreezing');
      }
    },
  },
];

async function changesNothing(bank: TestedBank, versions: Versions, what: string): Promise<void> {
  const before = await bank.card();
  const { outcome } = await bank.unfreeze(versions);
  holds(outcome === 'notUnfrozen', `it was unfrozen with ${what}`);
  const now = await bank.card();
  holds(now.version === before.version && now.status === 'frozen', `something was changed with ${what}`);
}
