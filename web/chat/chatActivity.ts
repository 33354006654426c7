import type { Result } from '../../services/contract/result.ts';
import { authenticationInformationEvent, secureFormContentType } from '../../services/contract/secureForm.ts';

/** An activity as Web Chat keeps it, as far as the page looks at it. */
export type ChatActivity = {
  type: string;
  /** From the service; what is still being sent has none. */
  id?: string;
  from?: { role?: string };
  name?: string;
  locale?: string;
  timestamp?: string;
  text?: string;
  attachments?: { contentType: string; content?: unknown }[];
  /** Taken out of the attachments by the page, so that it is shown in place of the words. */
  result?: Result;
  channelData?: {
    clientActivityID?: string;
    state?: string;
    'webchat:send-status'?: string;
    thawline?: { messageId?: string; leavesFormOpen?: boolean };
  };
};

export function hasSecureForm({ attachments }: ChatActivity): boolean {
  return attachments?.some(({ contentType }) => contentType === secureFormContentType) ?? false;
}

export function isSealedItem({ type, name }: ChatActivity): boolean {
  return type === 'event' && name === authenticationInformationEvent;
}

/** Whether sending was given up; Web Chat says so in two places, by the way in which it failed. */
export function hasFailed({ channelData }: ChatActivity): boolean {
  return channelData?.state === 'send failed' || channelData?.['webchat:send-status'] === 'send failed';
}
