import { keyedBot } from '../bot/keyedBot.ts';
import { readSettings } from '../kit/readSettings.ts';
import type { Clock } from '../kit/time.ts';
import type { ApprovalRequest } from '../services/approvals/approvals.ts';
import { type BankSettings, bankSettings, bankSettingsShape } from '../services/bankSettings.ts';
import type { ByHand } from '../services/contract/byHand.ts';
import { openInstallation, presentIn } from '../services/installation/openInstallation.ts';
import { openKeyRing } from '../services/keeping/openKeys.ts';
import { keyedBank } from '../services/keyedBank.ts';
import { type SubjectOf, type WorkName, workNamed } from './approvedWorks.ts';
import { changeKeys, type KeyChange } from './keyWork.ts';
import type { Surroundings } from './surroundings.ts';
import { type OpenBank, withBank } from './withBank.ts';

/**
 * Whether work by hand needs a second person: by this command's settings or by the service's, whichever is stricter.
 */
export async function needsSecondPerson({ settings, approvals }: OpenBank): Promise<boolean> {
  return settings.fourEyes || (await approvals.areNeeded());
}

/** Asks for work that another operator must approve. @returns the message about it */
export async function asked<Name extends WorkName>(
  { approvals }: OpenBank,
  { work, subject }: { work: Name; subject: SubjectOf<Name> },
  by: ByHand,
): Promise<string> {
  const { request, isNew } = await approvals.ask({ work, subject: JSON.stringify(subject) }, by);
  const { id, who, expiresAt } = request;
  return (
    `${isNew ? 'asked for' : `asked for already, by ${who}`}: ${workInWords(request)}\n` +
    `done when another operator says, until ${expiresAt}: npx thawline approvals approve ${id}\n`
  );
}

/** The description of a request's work; that of another version is shown as it is stored. */
export function workInWords({ work, subject }: Pick<ApprovalRequest, 'work' | 'subject'>): string {
  return workNamed(work)?.inWords(subject) ?? `${work} ${subject}`;
}

/**
 * Changes the key file at once, or asks for the change. Without a database of the bank's side there is neither an audit
 * trail nor a second person to ask, so the change is made.
 */
export async function changedOrAsked<Name extends WorkName>(
  around: Pick<Surroundings, 'environment' | 'clock'>,
  change: KeyChange,
  work: { work: Name; subject: SubjectOf<Name> },
  by: ByHand,
): Promise<string> {
  const settings = bankSettings(readSettings(bankSettingsShape, around.environment()));
  const schemas = await presentIn(settings.databaseUrl, [keyedBank]);
  if (schemas.length > 0)
    return withBank(around, async (bank) =>
      (await needsSecondPerson(bank)) ? asked(bank, work, by) : changeKeys(bank, change, by),
    );
  await changedAlone(settings, change, around.clock);
  return change.told;
}

/** Changes the key file where there is no database yet, or only the bot's. */
async function changedAlone(settings: BankSettings, change: KeyChange, clock: Clock): Promise<void> {
  const schemas = await presentIn(settings.databaseUrl, [keyedBot]);
  if (schemas.length === 0) return change.does(await openKeyRing(settings, clock));
  const installation = await openInstallation({ settings, clock, schemas });
  try {
    await change.before?.({ ...installation, settings, clock });
    change.does(installation.keyRing);
    await installation.databaseKeys.settle();
  } finally {
    await installation.store.close();
  }
}
