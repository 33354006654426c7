import type { ChatActivity } from './chatActivity.ts';
import { hasSecureForm } from './chatActivity.ts';
import { formStanding } from './formStanding.ts';

/** Whether a form is open or on its way, so that leaving now would lose what was given. */
export function verificationRuns(activities: readonly ChatActivity[]): boolean {
  const form = activities.findLast(hasSecureForm);
  if (form === undefined) return false;
  const standing = formStanding(activities, form.id, { expiresAt: Number.POSITIVE_INFINITY, now: 0 });
  return standing !== 'over' && standing !== 'sent';
}
