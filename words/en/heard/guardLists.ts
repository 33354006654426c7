import { either, raw } from '../../../kit/pattern.ts';

/** Whatever stands between two words of one clause. */
export const words = (most: number) => `(?:[a-z0]+ ){0,${most}}`;
/** An open end would be looked for at each such word in `liftliftlift`. */
export const lifting =
  '(?:un(?:freez|froz|froze|block|lock)|re ?activat|re ?enabl|lift|defrost|thaw)\\w{0,12}';
export const unfrozen = either(raw`
  un(?:froze|frozen|freezed|blocked|locked|thawed) | reactivated | reenabled | lifted | released | removed |
  taken off
`);
export const keptThings = either(raw`
  job | work | pin | pins | password | passcode | login | username | patience | temper | mind | hope |
  way | internet | signal | connection | keys? | id | passport | time | interest | faith | trust |
  weight | game | match | cat | dog | documents? | papers? | umbrella | glasses | charger | gloves |
  hat | ticket | parcel | luggage | phone number | count | track | wife | husband | mother | father
`);
export const negations = either(raw`
  didnt | did not | not | isnt | wasnt | never | havent | have not | dont | hasnt | no | without |
  arent
`);
export const takingBack = either(
  raw`cancel | undo | withdraw | lift | remove | retract | revoke | take back | reverse`,
);
export const losing = either(raw`lost | lose | losing | forgot | stole | cant find | missing`);
export const losingOrStealing = either(raw`lost | lose | losing | stolen | stole | missing | gone | fraud`);
export const stolen = either(raw`
  stolen | stole | stolne | steal\w* | theft | thief | robbed | mugged | pickpocket\w* | scammed |
  conned | fraud | fraudulent | skimmed | cloned | hacked | unauthori[sz]ed | nicked | pinched |
  snatched | swiped
`);
export const notDone = either(
  raw`make | made | buy | bought | authori[sz]e that | authori[sz]e this | recogni[sz]e`,
);
export const people = either(raw`
  who | whoever | someone | somebody | anyone | nobody | idiot | employee | clerk | he | she | we | they |
  bank | you | thief | scammer | hacker | stranger | person | man | woman | caller | guy | husband |
  wife | son | daughter | ex
`);
export const undoing = either(raw`
  undo | reverse | cancel | revoke | stop | withdraw | retract | ignore | disregard | drop | scrap |
  forget | take back | regret | opposite | against
`);
export const fillersOfPeople = either(
  raw`else | has | have | had | just | already | ever | must have | secretly | went and | on \w+ \w+`,
);
export const beingDone = either(raw`
  is | was | were | has been | have been | had been | been | got | gets? | being | suddenly | already |
  its | now
`);
export const madeTo = either(raw`
  told | made | asked | forced | tricked | talked | wants? | convinced | got | called | pressed |
  begged
`);
export const notOrWho = either(
  raw`didnt | did not | never | havent | have not | hadnt | nobody | without | before i | who | why`,
);
export const allowing = either(
  raw`authori[sz]\w* | allow\w* | approv\w* | request\w* | permi\w* | consent\w* | agree\w*`,
);
export const wishedOrMay = either(
  raw`\b(?:want|need|like|love|get|can|could|may|have my|to|please)\b.{0,500}`,
);
export const pressed = either(
  raw`pressed | clicked | tapped | hit | chose | selected | picked | pushed | typed | said`,
);
export const wished = either(raw`\b(?:want|need|like|love|get|have|can|could|to|please)\b.{0,500}`);
export const liftingOf = either(raw`unfreezing | unblocking | unlocking | unlock | unfreeze | unblock`);
export const fillersOfUndoing = either(raw`of | that | this | the | my | any | your | last | request | to`);
export const afterwardsEnglish = either(raw`after | since | once | ever since | following | right after`);
export const requested = either(raw`\b(?:please|i (?:want to |\w+ )?request)\b.{0,500}`);
export const triedOrTyped = either(raw`tried | typed | entered | used | guessed`);
export const strangers = either(raw`somebody | someone | stranger | thief`);
export const notWanting = either(raw`
  dont | do not | never | not | no need | rather not | instead of | refuse | stop | shouldnt |
  should not | mustnt | must not | neednt | no wish | unwilling | not willing | no intention |
  dont wish
`);
export const fillersOfRefusal = either(raw`
  to | want | wanna | you | it | please | ever | need | even | try | think | be | have | having | my |
  card | dare | wish | like | really | willing | of | the | now
`);
export const noLonger = either(raw`
  no longer | not anymore | anymore | any more | against | postpone | delay | skip | without |
  instead of | rather than | except | before
`);
export const notNeeded = either(raw`anymore | any more | can wait | isnt needed | not needed | unnecessary`);
export const isOrCan = either(raw`is | isnt | can | could | will | would | wont | was | has | needs`);
export const liftedState = either(raw`unfrozen | unblocked | unlocked`);
export const onceMore = '(?:\\b(?:again|back)\\b|返)';
export const frozenBefore = either(
  raw`\b(?:froze|frozen|freeze|blocked|block|locked|lock|suspended|stopped|hold)\b.{0,200}`,
);
export const frozenBehind = either(
  raw`.{0,200}\b(?:froze|frozen|freeze|blocked|block|locked|lock|suspended|stopped|hold)\b`,
);
export const nobody = either(raw`
  nobody | no one | noone | so that none | dont let | do not let | stop anyone | prevent | unusable |
  lock ?down
`);
export const freezeBefore = either(raw`\b(?:back on|freeze|block|hold|lock|restriction)\b.{0,500}`);
export const freezeBehind = either(raw`.{0,500}\b(?:back on|freeze|block|hold|lock|restriction)`);
/** A wish, if it is none that is denied. */
export const wishing = '(?<!\\b(?:dont|not|longer) )\\b(?:allow|let|want|need|like)';
export const freezingVerb = '(?:freeze|block|lock)';
export const liftBehind = either(raw`.{0,500}\b(?:lift|remov|off|undo|unf|unbl|unl)`);
export const meaning = either(raw`
  what (?:does|do|is|are|exactly|on earth) | whats | meaning | difference | define | definition |
  spell | translate | (?<!\bi )mean | means | meant | stands? for | term
`);
export const customerOrBank = either(raw`you | u\b | i\b | we\b | it\b | my | some | the bank`);
export const things = either(raw`
  screens? | phone | mobile | iphone | android | app | website | site | browser | computer | laptop |
  macbook | mac | pc | tablet | ipad | doors? | car | house | home | sim | wifi | windows | keyboard |
  whatsapp | facebook | instagram | wechat | youtube | netflix | steam | game | trading | brokerage |
  gaming | email | friend | contact | caller | chicken | meat | beef | food | fish | pizza | turkey |
  mince | bread | dough | peas | pipes? | fridge | freezer | dinner | windscreen | files? | pdf | safe |
  gym(?! bag) | profile | user | level | nose | sink | toilet | bike | tv
`);
export const otherCards = either(raw`
  sim | gift | library | membership | loyalty | student | gym | graphics | memory | octopus |
  insurance | health | post | key
`);
export const askingHow = either(raw`
  how | hw | where | which | when | procedure | process | steps? | instructions? | instruct | inform |
  advise | regarding | about | requirements? | explain | guide | walk |
  (?:will|would) (?:i|you) need |
  what (?:do|does|will|would|must|should|can|if|happens|documents?|papers?|paperwork|information|form|steps|proof|id) |
  is there | is it possible | any (?:way|charge|fee|cost) | cost | costs | fee | fees | charge |
  charges | free | must | do i | does it | should i | who do i | whom
`);
export const fearing = either(raw`
  afraid | scared | worried | fear | what if | what now | might | may | could | would | will i | if i |
  in case | always | never | right | correct | how (?:many|often) | didnt | did not | havent |
  have not | not
`);
export const wrongAndLocked = either(
  raw`.{0,500}(?:wrong|incorrect).{0,500}\b(?:un|please|lock|block|froze)`,
);
export const liftingWords = either(raw`
  un(?:freez|froz|block|lock|paus|suspend|restrict)\w* | defrost\w* | thaw\w* | jiedong | jie dong |
  jiesuo | jie suo | freeze | block | hold | lock | restrictions? | suspension
`);
export const openingWords = either(raw`
  lift | releas | restor | undo | reactivat | re ?activat | activat | active | enabl | re ?enabl |
  reinstat | resum | free | open | reopen | turn | switch | work | use | using | usable | pay | access |
  back
`);
export const cardWords = either(raw`
  cards? | crad | visa | mastercard | debit | credit | accounts? | acct | plastic | amex | maestro |
  atm | bank | pin | password
`);
/** What names one of the cards without a word for it. */
export const whichOne = '(?:(?:\\w+ )?one|thing|number|last|first|second|other)\\b';
/** Who or what of a bank speaks of fraud, and reports none. */
export const ofFraud = either(raw`
  team | department | people | guys | unit | desk | checks? | holds? | texts? | alerts? | blocks? | freeze |
  flags? | review
`);
export const turning = '(?:turn|switch|shut|power)';
export const keeping = '(?:keep(?!s)|leave|make sure|stay|remain)';
/** What stands before a freeze that is told of or ended, and not asked for. */
export const noCauseTo = '(?:if|(?:reason|need|have) to)';
export const freezeStands = '(?:frozen|blocked|locked|(?:freeze|block|hold) on)';
/** What makes a noun of freeze, block or lock, or tells of one that stands. */
export const beforeNoun = either(
  raw`
  the | a | my | this | that | of | his | her | their | any | no | to | you | i | we | he | she | they |
  did | why | on | un | in | wrong pins? | people | guys
`,
);
