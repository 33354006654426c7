import { type ChatActivity, hasSecureForm, isSealedItem } from './chatActivity.ts';

/** How a form stands: `live` and `failed` can be filled in, the others are closed. */
export type FormStanding = 'live' | 'sending' | 'failed' | 'sent' | 'over';

/**
 * How the form of an activity stands, by what came after it. The bot brings a new form as long as it still asks,
 * so whatever else it says closes this one, unless it says itself that it waits as before.
 * @param formId the id of its activity
 * @param when `expiresAt`: when the authentication request expires, in milliseconds; `disabled`: nothing can be
 * sent in this conversation any more, so nothing secret may be asked for
 */
export function formStanding(
  activities: readonly ChatActivity[],
  formId: string | undefined,
  { expiresAt, now, disabled = false }: { expiresAt: number; now: number; disabled?: boolean },
): FormStanding {
  let standing: FormStanding = 'live';
  const place = activities.findIndex(({ id }) => id !== undefined && id === formId);
  for (const activity of activities.slice(place + 1)) {
    if (isSealedItem(activity)) standing = sendStanding(activity);
    else if (activity.type === 'message' && activity.from?.role === 'bot') {
      if (hasSecureForm(activity) || !leavesFormOpen(activity)) return standing === 'sent' ? 'sent' : 'over';
      standing = 'live';
    }
  }
  const canBeFilledIn = standing === 'live' || standing === 'failed';
  return canBeFilledIn && (disabled || now >= expiresAt) ? 'over' : standing;
}

/** An echo has the service's id: whatever became of the answer, what has an echo was sent. */
function sendStanding(activity: ChatActivity): FormStanding {
  if (activity.id !== undefined) return 'sent';
  return activity.failed ? 'failed' : 'sending';
}

function leavesFormOpen({ channelData }: ChatActivity): boolean {
  return channelData?.thawline?.leavesFormOpen === true;
}
