import type { Heard } from '../../dialogs/understanding/heard.ts';
import { Language } from '../../kit/language.ts';
import {
  authenticationInformationEvent,
  changeLanguageEvent,
  SealedItem,
} from '../../services/contract/secureForm.ts';
import { type Content, type Sealed, type Wish, wishes } from '../turn/delivery.ts';
import { heardAndKept } from './sealedDelivery.ts';

/** Reads an event of the chat page. Only its name is shown: no envelope and no other value. */
export function sealEvent({ name, value }: Content & { what: 'event' }): Sealed<Heard> {
  const shown: Content = { what: 'event', name };
  if (name === authenticationInformationEvent) {
    const sealed = SealedItem.safeParse(value);
    const found: Heard = sealed.success
      ? { what: 'sealedItem', sealed: sealed.data }
      : { what: 'unreadableForm' };
    return { shown, ...heardAndKept(nothingSaid, found) };
  }
  const language = Language.safeParse(value);
  if (name === changeLanguageEvent && language.success) {
    return { ...sealWish({ wish: 'changeLanguage', language: language.data }), shown };
  }
  const wish = wishes.find((one) => one === name);
  return wish ? { ...sealWish({ wish }), shown } : { shown, ...heardAndKept(shown, undefined) };
}

/** Reads a key or a tap. */
export function sealWish(asked: Wish): Sealed<Heard> {
  const shown: Content = { what: 'wish', ...asked };
  return { shown, ...heardAndKept(nothingSaid, heardOf(asked)) };
}

function heardOf(asked: Wish): Heard {
  switch (asked.wish) {
    case 'silence':
      return { what: 'silence' };
    case 'return':
      return { what: 'returned' };
    case 'changeLanguage':
      return { what: 'wish', wish: 'changeLanguage', language: asked.language };
    default:
      return { what: 'wish', wish: asked.wish };
  }
}

const nothingSaid: Content = { what: 'words', text: '' };
