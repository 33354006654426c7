import type { Result } from '../../services/contract/result.ts';
import { authenticationInformationEvent, secureFormContentType } from '../../services/contract/secureForm.ts';

export type Attachment = { contentType: string; content?: unknown };

/** An activity, as far as the page looks at it. */
export type ChatActivity = {
  type: string;
  /** The id that the service has given; undefined while the activity is still being sent. */
  id?: string;
  from?: { role?: string };
  name?: string;
  locale?: string;
  timestamp?: string;
  text?: string;
  value?: unknown;
  attachments?: Attachment[];
  suggestedActions?: { actions?: { title: string; value?: unknown }[] };
  /** Whether sending it was given up. */
  failed?: boolean;
  /** Taken out of the attachments by the page, so that it is shown in place of the words. */
  result?: Result;
  channelData?: {
    clientActivityID?: string;
    thawline?: { messageId?: string; leavesFormOpen?: boolean };
  };
};

export function hasSecureForm({ attachments }: ChatActivity): boolean {
  return attachments?.some(({ contentType }) => contentType === secureFormContentType) ?? false;
}

export function isSealedItem({ type, name }: ChatActivity): boolean {
  return type === 'event' && name === authenticationInformationEvent;
}
