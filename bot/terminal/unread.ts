import type { Heard } from '../../dialogs/understanding/heard.ts';
import type { Content, Sealed } from '../turn/delivery.ts';
import { mask } from './secretsInText.ts';

/** Keeps no word of an answer to a question of a later version: it may be a secret, and nothing here can tell. */
export function unread(content: Content): Sealed<Heard> {
  const shown: Content = content.what === 'words' ? { what: 'words', text: mask } : content;
  const heard = {
    content: content.what === 'event' ? ({ what: 'event', name: content.name } as const) : shown,
  };
  return { shown: heard.content, heard, kept: heard };
}
