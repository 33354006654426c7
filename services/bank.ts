import { setTimeout } from 'node:timers/promises';
import { mayReceive } from '../kit/phoneNumbers.ts';
import { deleteExpired } from '../kit/retention/expiring.ts';
import type { Period } from '../kit/retention/period.ts';
import { type SendingSettings, usualSending } from '../kit/sendingSettings.ts';
import type { Store } from '../kit/store/store.ts';
import type { Clock, Pause, Ticks } from '../kit/time.ts';
import { Approvals } from './approvals/approvals.ts';
import { Audit } from './audit/audit.ts';
import { AuditChaining, type ChainingFollower } from './audit/auditChaining.ts';
import { usualShownCounts } from './authentication/shownSettings.ts';
import { Idempotency } from './bankApi/idempotency.ts';
import { type BankRetention, bankExpiring, usualRetention } from './bankRetention.ts';
import { WrongDates } from './cardSystem/cardDates.ts';
import type { CardSystem } from './cardSystem/cardSystem.ts';
import { cardsAbout } from './cardSystem/cardsAbout.ts';
import { customerCountries } from './cardSystem/customerCountries.ts';
import { EmbeddedCardSystem } from './cardSystem/embeddedCardSystem.ts';
import { CardSystemClient } from './cardSystem/remote/cardSystemClient.ts';
import type { CardSystemConnection } from './cardSystem/remote/connection.ts';
import { RemoteCardSystem } from './cardSystem/remote/remoteCardSystem.ts';
import { SaidReasons } from './cardSystem/saidReasons.ts';
import { type PasswordLengths, usualPasswordLengths } from './contract/passwordLengths.ts';
import { CustomerService } from './customerService/customerService.ts';
import { Disownments } from './disownment/disownments.ts';
import { RequestedFreezings } from './disownment/requestedFreezings.ts';
import { BankTelling } from './events/bankTelling.ts';
import { SealingKeys } from './installation/sealingKeys.ts';
import { AttemptNotices } from './notifications/attemptNotices.ts';
import { FreezeNotices } from './notifications/freezeNotices.ts';
import { NoticeRules } from './notifications/noticeRules.ts';
import { OptOuts } from './notifications/optOuts.ts';
import { eraseExpiredTokens } from './notifications/outbox.ts';
import { OwnMessages } from './notifications/ownMessages.ts';
import { Receipts } from './notifications/receipts.ts';
import { TextForms } from './notifications/textForm.ts';
import { defaultPolicy, type Policy } from './presetConditions/policy.ts';
import { notePolicyInForce } from './presetConditions/policyInForce.ts';
import { OpenUnfreezings } from './processor/openUnfreezings.ts';
import { Processor } from './processor/processor.ts';
import { CountryProfiles } from './profiles/countryProfiles.ts';
import { usualProfiles } from './profiles/profileSettings.ts';
import { FrozenCardRecords } from './records/frozenCardRecords.ts';
import { RiskDecisions, type RiskDecisionsAddress } from './risk/riskDecisions.ts';
import { SecureCodes } from './secureForm/secureCodes.ts';
import { SecureLinks } from './secureForm/secureLinks.ts';
import { FieldSealing } from './security/fieldSealing.ts';
import type { KeyRing } from './security/keyRing.ts';
import { PasswordVerifiers } from './security/passwordVerifier.ts';
import { CodeLimit } from './throttling/codeLimit.ts';
import { LinkLimit } from './throttling/linkLimit.ts';
import { type Overall, OverallLimit } from './throttling/overallLimit.ts';
import { type OverallSettings, usualOverall } from './throttling/overallSettings.ts';
import { QueryLimit } from './throttling/queryLimit.ts';
import { type Sending, SendingCeiling } from './throttling/sendingCeiling.ts';
import { type CounterName, SteadyTime } from './throttling/steadyTime.ts';
import { Throttling } from './throttling/throttling.ts';

/** The bank's side, wired to a card system. */
export type Bank = {
  customerService: CustomerService;
  processor: Processor;
  secureLinks: SecureLinks;
  secureCodes: SecureCodes;
  receipts: Receipts;
  optOuts: OptOuts;
  cardSystem: CardSystem;
  /** The embedded card system; undefined where the bank uses its own. */
  embedded: EmbeddedCardSystem | undefined;
  audit: Audit;
  /** Chains the entries of the audit trail. */
  chaining: AuditChaining;
  /** What makes events of the audit trail. */
  telling: BankTelling;
  fields: FieldSealing;
  verifiers: PasswordVerifiers;
  throttling: Throttling;
  openUnfreezings: OpenUnfreezings;
  disownments: Disownments;
  freezings: RequestedFreezings;
  freezeNotices: FreezeNotices;
  risk: RiskDecisions | undefined;
  /** The cards with impossible dates. */
  wrongDates: WrongDates;
  /** The freeze reasons that the bank's own system has said. */
  saidReasons: SaidReasons;
  /** The work that needs a second person. */
  approvals: Approvals;
  idempotency: Idempotency;
  /** The messages that this process has promised customers and sends itself, if it sends at all. */
  ownMessages: OwnMessages;
  /** The forms of texts for each telephone. */
  texts: TextForms;
  /** The keys that customers' envelopes are sealed with. */
  sealingKeys: SealingKeys;
  /** Resolves when the database can be written to and the keys are there. It does not write anything itself. */
  ready(): Promise<void>;
  /** Whether messages can be sent to this number. */
  reaches(phone: string): boolean;
  /** The number of messages to customers in a day, and the limit. */
  messagesOfADay(): Promise<Sending>;
  /** The countries of the telephones that customers of the embedded card system have registered. */
  customerCountries(): Promise<ReadonlySet<string>>;
  /** Resolves when the card system answers. */
  cardSystemReady(): Promise<void>;
  /** The counts of the overall limits, and the highest ordinary ones. */
  overall(): Promise<{ counts: Overall; most: Overall }>;
  /** Writes the policy into the audit trail if it has changed. @returns its digest */
  notePolicyInForce(): Promise<string>;
  /**
   * Finishes unfreezings whose result is unknown, freezes cards that were disowned or whose customers asked for it, and
   * queues notices of wrong tries. It must be called at the start and every minute.
   */
  settle(): Promise<void>;
  /** Destroys expired sealing keys and deletes the rows that `bankExpiring` names. It must be called every minute. */
  tend(): Promise<void>;
};

type BankOptions = {
  store: Store;
  keyRing: KeyRing;
  clock: Clock;
  policy?: Policy;
  retention?: BankRetention;
  /** The bank's own card system; without it the cards are in the store. */
  cardSystemAt?: CardSystemConnection | undefined;
  /** Whether the card system is asked for the cards that it has frozen. */
  asksForFreezings?: boolean;
  /** The bank's own risk decisions; without them everything is allowed. */
  riskDecisionsAt?: RiskDecisionsAddress | undefined;
  /** The counter that locks run by, since somebody may set the wall clock while the process runs. */
  ticks?: Ticks;
  /** The counter of time that `SteadyTime` uses. */
  counter?: CounterName;
  /** Whether links to the secure form can be sent from here. */
  sendsLinks?: boolean;
  /** The public address of the secure form, without a path. */
  secureFormUrl?: (() => string) | undefined;
  sending?: SendingSettings;
  /** The forms of texts; by default those of each number's country, and with the possibility to reply. */
  texts?: TextForms;
  ordinary?: OverallSettings;
  /** For how long what a customer has shown counts for another card. */
  shownCounts?: Period;
  followers?: readonly ChainingFollower[];
  /** How many digits the bank's transaction passwords have. */
  passwordLengths?: PasswordLengths;
  pause?: Pause;
};

export function createBank({
  store,
  keyRing,
  clock,
  policy = defaultPolicy,
  retention = usualRetention,
  cardSystemAt,
  asksForFreezings = false,
  riskDecisionsAt,
  ticks = () => clock().getTime(),
  counter,
  sendsLinks = false,
  secureFormUrl,
  sending = usualSending,
  texts = new TextForms({ profiles: new CountryProfiles(usualProfiles), repliesCome: true }),
  ordinary = usualOverall,
  shownCounts = usualShownCounts,
  followers = [],
  passwordLengths = usualPasswordLengths,
  pause = setTimeout,
}: BankOptions): Bank {
  const fields = new FieldSealing(keyRing);
  const verifiers = new PasswordVerifiers(fields);
  const cards = { store, keyRing, fields, verifiers, clock };
  const wrongDates = new WrongDates();
  const saidReasons = new SaidReasons();
  const risk = riskDecisionsAt && new RiskDecisions(riskDecisionsAt);
  const embedded = new EmbeddedCardSystem(cards);
  const cardSystem: CardSystem = cardSystemAt
    ? new RemoteCardSystem({
        ...{ ...cards, wrongDates, saidReasons, cardsByToken: cardSystemAt.cardsByToken === true },
        client: new CardSystemClient(cardSystemAt),
      })
    : embedded;
  const records = new FrozenCardRecords(fields, retention.RETENTION_FROZEN_CARD_RECORDS);
  const audit = new Audit(keyRing);
  const telling = new BankTelling();
  const time = new SteadyTime({ clock, ticks, counter });
  const throttling = new Throttling({ fields, time });
  const queryLimit = new QueryLimit({ fields, time });
  const codeLimit = new CodeLimit({ fields, time });
  const idempotency = new Idempotency({ store, fields, clock });
  const ownMessages = new OwnMessages(store);
  const countedCards = async () => (cardSystemAt ? 0 : store.read(cardsAbout));
  const overallLimit = new OverallLimit({
    fixed: ordinary.fixed,
    cardsAbout: async () => ordinary.cardsAbout ?? (await countedCards()),
    clock,
    pause,
  });
  const sealingKeys = new SealingKeys({ store, fields, keyRing, clock });
  const shared = { store, cardSystem, records, sealingKeys, audit, policy, clock, overallLimit, risk };
  const disownments = new Disownments({ ...shared, fields });
  const ceiling = new SendingCeiling({ clock, fixed: sending.messagesADay });
  const reaches = (phone: string) => mayReceive(phone, sending.countries);
  const linkLimit = sendsLinks
    ? new LinkLimit({ time, ceiling, reaches, mostInADay: sending.linksADay })
    : undefined;
  const authenticating = {
    ...shared,
    fields,
    verifiers,
    throttling,
    linkLimit,
    ownMessages,
    texts,
    secureFormUrl,
    shownCounts,
    passwordLengths,
  };
  const processor = new Processor(authenticating);
  const optOuts = new OptOuts({ store, fields, clock });
  const noticeRules = new NoticeRules({ fields, optOuts, ceiling, reaches, texts });
  const attemptNotices = new AttemptNotices({ ...shared, time, throttling, noticeRules, ownMessages });
  const freezings = new RequestedFreezings({
    ...shared,
    noticeRules,
    ownMessages,
    byNumberAlone: policy.customerRequest.remote && policy.customerRequest.byNumberAlone === true,
  });
  const freezeNotices = new FreezeNotices({
    ...shared,
    saidReasons,
    noticeRules,
    ownMessages,
    isRemote: (reasons) => reasons.every((reason) => policy[reason].remote),
    asks: asksForFreezings,
  });
  return {
    customerService: new CustomerService({ ...shared, queryLimit, disownments, freezings, sendsLinks }),
    processor,
    secureLinks: new SecureLinks({ ...shared, processor, fields, passwordLengths }),
    secureCodes: new SecureCodes({ ...shared, fields, codeLimit, disownments }),
    receipts: new Receipts(shared),
    optOuts,
    cardSystem,
    embedded: cardSystemAt ? undefined : embedded,
    audit,
    chaining: new AuditChaining({ store, audit, followers: [telling, ...followers] }),
    telling,
    fields,
    verifiers,
    throttling,
    openUnfreezings: new OpenUnfreezings(authenticating),
    disownments,
    freezings,
    freezeNotices,
    risk,
    wrongDates,
    saidReasons,
    approvals: new Approvals(shared),
    idempotency,
    ownMessages,
    texts,
    sealingKeys,
    ready: () => store.writable().then(() => keyRing.assertUnchanged()),
    reaches,
    messagesOfADay: () => store.read((manager) => ceiling.standing(manager)),
    customerCountries: () => customerCountries(store, fields),
    cardSystemReady: () => cardSystem.ready(),
    async overall() {
      const counts = await store.read(async (manager) => ({
        failedAttempts: await throttling.overall(manager),
        cardStatusQueries: await queryLimit.overall(manager),
        wrongCodes: await codeLimit.overall(manager),
      }));
      return { counts, most: await overallLimit.most() };
    },
    notePolicyInForce: () => notePolicyInForce(shared),
    async settle() {
      const notices = sendsLinks ? [attemptNotices.look(), freezeNotices.settle()] : [];
      const settling = [processor.settleUnfreezings(), disownments.settle(), freezings.settle(), ...notices];
      const settled = await Promise.allSettled(settling);
      for (const one of settled) if (one.status === 'rejected') throw one.reason;
    },
    async tend() {
      keyRing.tend();
      await sealingKeys.tend();
      const steady = await store.transaction([], async (manager) => {
        await eraseExpiredTokens(manager, clock());
        return throttling.removeExpired(manager);
      });
      // The earlier of two clocks is used, so that a clock set ahead does not delete rows that a limit still needs.
      const now = new Date(Math.min(steady.getTime(), clock().getTime()));
      await deleteExpired(store, bankExpiring(retention), now);
    },
  };
}
