import * as z from 'zod';
import { Language } from '../../../kit/language.ts';
import { FreezeReason, SaidReason } from '../../contract/freezeReason.ts';
import { IdentityDocumentNumber, IdentityDocumentType } from '../../contract/items/identityDocument.ts';
import { HandedOverVerifier } from './handedOverVerifier.ts';

export const cardSystemBase = '/v1';

const CardNumber = z.string().regex(/^\d{13,19}$/);
/** A version, no larger than an integer column of PostgreSQL holds. */
const Version = z.int().min(0).max(2_147_483_647);

/** A date that a card system need not have. */
const Moment = z.iso.datetime({ offset: true }).nullable().optional();

/** 用户预留信息 as a card system hands it over; null is "not reserved". */
const Reserved = z.object({
  version: Version.describe('Another one after every change of what is reserved'),
  identityDocument: z.object({ type: IdentityDocumentType, number: IdentityDocumentNumber }).nullable(),
  transactionPassword: z
    .discriminatedUnion('checkedBy', [
      z.object({
        checkedBy: z.literal('thawline'),
        verifier: HandedOverVerifier.describe('Argon2id as a PHC string; at least 19456 KiB and 2 passes'),
      }),
      z.object({ checkedBy: z.literal('cardSystem') }),
    ])
    .nullable(),
});

/** A card and whose it is. */
export const HandedOverCard = z
  .object({
    status: z.enum(['active', 'frozen', 'closed']),
    freezes: z.array(SaidReason).describe('Every reason why the card is frozen; none where it is active'),
    version: Version.describe('Goes up with every change of status or freezes'),
    frozenAt: Moment.describe('When the newest of its freezes was put on; may be left out'),
    customer: z.object({
      id: z.string().min(1).max(128),
      phone: z.e164().describe('The registered phone: the receipt of an unfreezing goes there'),
      language: Language,
      phoneChangedAt: Moment.describe('When that phone was registered; may be left out'),
      passwordChangedAt: Moment.describe('When the transaction password was set; may be left out'),
      reserved: Reserved,
    }),
  })
  .refine(({ status, freezes }) => status === 'closed' || (status === 'frozen') === freezes.length > 0)
  .refine(({ freezes }) => new Set(freezes).size === freezes.length);
export type HandedOverCard = z.infer<typeof HandedOverCard>;

/** A bank that keeps numbers out of reach has them made tokens first, and is asked by these from then on. */
const Tokenization = z.object({ cardNumber: CardNumber });
export const CardTokenAnswer = z.object({
  cardToken: CardNumber.describe(
    'Of 13 to 19 digits, ending in the number’s last four; always the same, and for a number that no card has too',
  ),
});

const LookUp = z.object({ cardNumber: CardNumber });
export const LookedUp = z.object({ card: HandedOverCard.nullable() });

const LastFour = z.string().regex(/^\d{4}$/);
const CardSearch = z.object({
  phone: z.e164(),
  lastFour: LastFour,
  activeToo: z
    .literal(true)
    .optional()
    .describe('Active cards too: a customer wants theirs frozen. Where you do not know it, ignore it'),
});
const CardsFound = z.object({
  cardNumbers: z
    .array(CardNumber)
    .max(100)
    .describe('Of the frozen cards alone, unless `activeToo`; none where there is none'),
});

const Unfreezing = z.object({ cardNumber: CardNumber, version: Version, reservedVersion: Version });
/** `notUnfrozen`: card or reserved information have another version by now, and nothing was changed. */
export const UnfreezingAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('unfrozen'), version: Version.describe('The version after it') }),
  z.object({ outcome: z.literal('notUnfrozen') }),
]);
export type UnfreezingAnswer = z.infer<typeof UnfreezingAnswer>;

const Freezing = z.object({ cardNumber: CardNumber, reason: FreezeReason });
/** `notFrozen`: there is no such card, or it is closed. */
const FreezingAnswer = z.object({
  outcome: z.enum(['frozen', 'notFrozen']).describe('frozen also where it was frozen for this reason before'),
});

const PasswordCheck = z.object({ cardNumber: CardNumber, matched: z.boolean() });
const PasswordCheckAnswer = z.object({ noted: z.literal(true) });

const PasswordVerification = z.object({
  cardNumber: CardNumber,
  password: z.string().regex(/^\d{4,12}$/),
});
const PasswordVerificationAnswer = z.object({ matched: z.boolean() });

type Post<Message, Answer> = {
  takes: z.ZodType<Message>;
  answers: z.ZodType<Answer>;
  idempotencyKey: boolean;
  summary: string;
};

/** An address whose parts are known by their types. */
const post = <Message, Answer>(row: Post<Message, Answer>) => row;

/** Every address that a bank puts in front of its card system: what it takes, what it answers, what it is for. */
export const cardSystemPosts = {
  'card-tokens': post({
    takes: Tokenization,
    answers: CardTokenAnswer,
    idempotencyKey: false,
    summary:
      'With CARD_SYSTEM_CARDS=tokens alone: the token of a card number; every other call has it in the place of cardNumber',
  }),
  'card-look-ups': post({
    takes: LookUp,
    answers: LookedUp,
    idempotencyKey: false,
    summary: 'A card with its freezes and what its customer has reserved; null where there is none',
  }),
  'card-searches': post({
    takes: CardSearch,
    answers: CardsFound,
    idempotencyKey: false,
    summary:
      'The frozen cards that end in these digits of the customer with this registered phone; may be left out: answer 404',
  }),
  unfreezings: post({
    takes: Unfreezing,
    answers: UnfreezingAnswer,
    idempotencyKey: true,
    summary: 'Lifts every freeze, if card and reserved information still have these versions',
  }),
  freezings: post({
    takes: Freezing,
    answers: FreezingAnswer,
    idempotencyKey: true,
    summary: 'Adds a freeze: a customer says that an unfreezing was not theirs, or wants the card frozen',
  }),
  'password-checks': post({
    takes: PasswordCheck,
    answers: PasswordCheckAnswer,
    idempotencyKey: true,
    summary: 'Thawline has checked a transaction password; a wrong one goes onto the card’s own counter',
  }),
  'password-verifications': post({
    takes: PasswordVerification,
    answers: PasswordVerificationAnswer,
    idempotencyKey: true,
    summary: 'Checks a transaction password and counts a wrong one, where the bank hands no verifier over',
  }),
};

export const readinessPath = 'readiness';
