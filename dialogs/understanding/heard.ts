import type { Activity } from 'botbuilder';
import * as z from 'zod';
import { Language } from '../../kit/language.ts';
import { AuthenticationRequestId } from '../../services/contract/authenticationRequest.ts';
import { LastFour, NamedCard } from '../../services/contract/card.ts';
import { DeskWord } from '../../services/contract/desk.ts';
import { AuthenticationItem, ItemProblem } from '../../services/contract/items/index.ts';
import { SealedItem } from '../../services/contract/secureForm.ts';

/** The type of the entity by which the edge tells the dialogs what it took out of a message. */
const heardEntityType = 'thawline.heard';

/** The most cards that are taken from one message: the first ones. */
export const mostCards = 4;

/**
 * What a key or a tap asks for.
 * - `repeat`: the last sentences once more
 * - `ask`: the open question alone
 * - `person`: a human agent
 * - `elsewhere`: to give what is secret on another way than this channel's
 */
export const HeardWish = z.discriminatedUnion('wish', [
  z.object({ what: z.literal('wish'), wish: z.enum(['repeat', 'ask', 'person', 'elsewhere']) }),
  z.object({ what: z.literal('wish'), wish: z.literal('changeLanguage'), language: Language }),
]);
export type HeardWish = z.infer<typeof HeardWish>;

/**
 * What a message carried beside its words. The edge puts it there after sealing; dialogs see nothing plainer.
 * - `card`: a well-formed card number was named
 * - `lastFour`: from a known telephone, a card by its last four digits, where its number was asked for
 * - `cards`: several well-formed card numbers were named
 * - `cardNumberProblem`: something meant as a card number was not one; `count` characters
 * - `sealedItem`: an item of authentication information, sealed
 * - `itemProblem`: the asked-for item had the wrong format, and was not sealed
 * - `lostItem`: an item came sealed, and its turn was lost; nothing of it was kept
 * - `strayedSecret`: something that looks like a secret was given where none was asked for
 * - `unreadableForm`: a form sent something else than a sealed item
 * - `caseCode`: a code that a case is gone on with was given; `name` is what stands for it
 * - `attachment`: a picture, file, place or the like
 * - `silence`: the customer was waited for and gave nothing
 * - `wish`: no words at all, but a key or a tap
 * - `returned`: the customer is back after the connection was lost
 * - `linkConcluded`: nobody said anything; the authentication request of a link has ended. No channel can bring this in
 * - `deskWord`: nobody said anything here; the desk lets the customer know. No channel can bring this in
 */
export const Heard = z.discriminatedUnion('what', [
  z.object({ what: z.literal('card'), card: NamedCard }),
  z.object({ what: z.literal('cards'), cards: z.array(NamedCard).min(2).max(mostCards) }),
  z.object({ what: z.literal('lastFour'), lastFour: LastFour }),
  z.object({
    what: z.literal('cardNumberProblem'),
    problem: z.enum(['notDigits', 'length', 'checkDigit', 'telephone', 'otherBank']),
    count: z.int(),
  }),
  z.object({ what: z.literal('sealedItem'), sealed: SealedItem }),
  z.object({
    what: z.literal('itemProblem'),
    item: AuthenticationItem,
    problem: ItemProblem,
    count: z.int(),
  }),
  z.object({ what: z.literal('lostItem'), item: SealedItem.omit({ envelope: true }) }),
  z.object({ what: z.literal('strayedSecret') }),
  z.object({ what: z.literal('unreadableForm') }),
  z.object({ what: z.literal('caseCode'), name: z.string() }),
  z.object({ what: z.literal('attachment') }),
  z.object({ what: z.literal('silence') }),
  HeardWish,
  z.object({ what: z.literal('returned') }),
  z.object({ what: z.literal('linkConcluded'), id: AuthenticationRequestId }),
  z.object({ what: z.literal('deskWord'), word: DeskWord }),
]);
export type Heard = z.infer<typeof Heard>;

/** What the edge found in this activity; nothing where there are only words. */
export function heard(activity: Activity): Heard | undefined {
  const entity = activity.entities?.find(({ type }) => type === heardEntityType);
  return entity === undefined ? undefined : Heard.parse(entity.heard);
}

/** The cards that a message names by their numbers. */
export function cardsHeard(activity: Activity): NamedCard[] {
  const found = heard(activity);
  if (found?.what === 'card') return [found.card];
  return found?.what === 'cards' ? found.cards : [];
}

/** The activity with what was found in it; whatever the outside wrote under that name is thrown away. */
export function withHeard(activity: Activity, found: Heard | undefined): Activity {
  const others = (activity.entities ?? []).filter(({ type }) => type !== heardEntityType);
  const own = found === undefined ? [] : [{ type: heardEntityType, heard: found }];
  return { ...activity, entities: [...others, ...own] };
}

/** News that the bot itself brings into a conversation. */
export function isOwn({ what }: Heard): boolean {
  return what === 'linkConcluded' || what === 'deskWord';
}
