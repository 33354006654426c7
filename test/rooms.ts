const kit = [
  'kit',
  'kit/http',
  'kit/http/tls',
  'kit/retention',
  'kit/store',
  'kit/limits',
  'kit/pages',
  'kit/login',
  'kit/events',
] as const;
const contract = ['services/contract', 'services/contract/items'] as const;
const words = (language: string) =>
  [`words/${language}`, `words/${language}/conversation`, `words/${language}/heard`] as const;
const dialogRooms = ['words', 'dialogs/state', 'dialogs/messages', 'dialogs/understanding'] as const;

/**
 * The rooms of the house from the ground up: every folder with the folders that it may import from, beside itself.
 * A folder that is not listed may not be there; a new one gets a line.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  // What any service is made of: it knows no card, and nothing of ours.
  kit: [],
  'kit/store': ['kit'],
  'kit/retention': ['kit', 'kit/store'],
  'kit/limits': ['kit', 'kit/store'],
  'kit/http/tls': ['kit'],
  'kit/http': ['kit', 'kit/http/tls', 'kit/limits'],
  'kit/pages': ['kit', 'kit/http', 'kit/store', 'kit/retention'],
  'kit/events': ['kit', 'kit/store', 'kit/retention'],
  'kit/login': ['kit', 'kit/store', 'kit/retention', 'kit/http', 'kit/http/tls'],

  // All that a customer reads or hears, and all that is listened for, a folder a language. The source language is what the others are typed by.
  // In `heard` is what is listened for.
  'words/zh-Hans/conversation': ['kit'],
  'words/zh-Hans/heard': ['kit'],
  'words/zh-Hans': [],
  'words/zh-Hant/conversation': ['kit', 'words/zh-Hans/conversation'],
  'words/zh-Hant/heard': ['words/zh-Hans/heard'],
  'words/zh-Hant': ['words/zh-Hans'],
  'words/en/conversation': ['kit', 'words/zh-Hans/conversation'],
  'words/en/heard': ['kit', 'words/zh-Hans/heard'],
  'words/en': ['words/zh-Hans'],
  words: ['kit', ...words('zh-Hans'), ...words('zh-Hant'), ...words('en')],

  // Reads the numbers of a text, in all their forms.
  'words/numbers': ['kit', 'words'],

  // Whose service it is: the file that a bank writes, and what it makes of the words and the pages.
  brand: ['kit', 'kit/pages', 'words'],

  // What the bank answers beside the matter: the files that it writes.
  topics: ['kit', 'words'],

  // The bank's side.
  'services/contract/items': ['kit', 'words/numbers'],
  'services/contract': ['kit', 'words', 'words/numbers', 'services/contract/items'],
  'services/tables': ['kit/pages', 'kit', 'kit/store', ...contract],
  'services/security': ['kit', 'kit/store', 'kit/retention', 'services/contract'],
  'services/audit': [
    ...['kit', 'kit/store', 'kit/http/tls', 'services/contract', 'services/security', 'services/tables'],
  ],
  'services/events': [
    ...['kit', 'kit/store', 'kit/retention', 'kit/events', 'services/security', 'services/tables'],
    'services/audit',
  ],
  'services/webhooks': [
    ...['kit', 'kit/store', 'kit/retention', 'kit/events', 'kit/http', 'kit/http/tls', 'services/contract'],
    ...['services/security', 'services/tables', 'services/audit'],
  ],
  'services/approvals': [
    ...['kit', 'kit/store', 'kit/retention', 'services/contract', 'services/security', 'services/tables'],
    'services/audit',
  ],
  'services/keeping': ['kit', 'kit/store', 'kit/http/tls', 'services/security'],
  'services/installation': [
    'services/keeping',
    ...['kit', 'kit/store', 'kit/retention', 'services/contract'],
    ...['services/security', 'services/tables', 'services/audit'],
  ],
  'services/throttling': [
    ...[
      'kit',
      'kit/store',
      'kit/retention',
      'kit/limits',
      'services/contract',
      'services/security',
      'services/tables',
    ],
  ],
  'services/cardSystem': [
    ...['kit', 'kit/store', 'kit/retention', ...contract, 'services/security', 'services/tables'],
    ...['services/approvals', 'services/audit', 'services/throttling'],
  ],
  'services/cardSystem/remote': [
    ...['kit', 'kit/store', 'kit/retention', 'kit/http', 'kit/http/tls', ...contract, 'services/security'],
    ...['services/tables', 'services/cardSystem'],
  ],
  'services/risk': ['kit', 'kit/http', 'kit/http/tls', 'services/contract', 'services/cardSystem'],
  'services/presetConditions': [
    ...[
      'kit',
      'kit/store',
      'kit/retention',
      ...contract,
      'services/tables',
      'services/audit',
      'services/cardSystem',
    ],
  ],
  'services/records': [
    ...['kit', 'kit/store', 'kit/retention', ...contract, 'services/tables', 'services/security'],
    'services/cardSystem',
  ],
  'services/profiles': ['kit'],
  'services/notifications': [
    ...['kit/events', 'services/events'],
    ...[
      'kit',
      'services/profiles',
      'brand',
      'words',
      'kit/store',
      'kit/retention',
      'kit/http',
      'kit/http/tls',
      'services/contract',
      'services/tables',
      'services/security',
    ],
    ...['services/audit', 'services/cardSystem'],
  ],
  'services/import': [
    ...['kit', 'kit/store', ...contract, 'services/tables', 'services/security', 'services/audit'],
    'services/cardSystem',
  ],
  'services/authentication': [
    ...[
      'kit',
      'kit/store',
      'kit/retention',
      ...contract,
      'services/tables',
      'services/security',
      'services/notifications',
      'services/audit',
    ],
    ...['services/throttling', 'services/cardSystem', 'services/presetConditions', 'services/records'],
    'services/risk',
  ],
  'services/links': [
    ...['kit', 'kit/store', 'kit/retention', 'services/contract', 'services/tables', 'services/cardSystem'],
    ...['services/notifications', 'services/authentication'],
  ],
  'services/processor': [
    ...['kit', 'kit/store', ...contract, 'services/tables', 'services/security'],
    ...['services/throttling', 'services/cardSystem', 'services/presetConditions', 'services/records'],
    ...['services/notifications', 'services/authentication', 'services/links', 'services/approvals'],
  ],
  'services/secureForm': [
    ...[
      'kit',
      'words',
      'brand',
      'kit/store',
      'kit/http',
      'kit/pages',
      'services/contract',
      'services/tables',
    ],
    ...['services/security', 'services/audit', 'services/notifications', 'services/authentication'],
    ...['services/links', 'services/processor', 'services/throttling', 'services/disownment'],
    'services/cardSystem',
  ],
  'services/disownment': [
    ...['kit', 'kit/store', 'kit/retention', 'services/contract', 'services/tables', 'services/security'],
    ...['services/audit', 'services/cardSystem', 'services/records', 'services/notifications'],
  ],
  'services/operatorPage': [
    ...['kit', 'kit/store', 'kit/http', 'kit/pages', 'kit/login', 'kit/events', 'words'],
    ...['services/contract', 'services/security', 'services/audit', 'services/approvals'],
    ...['services/events', 'services/throttling', 'services/cardSystem', 'services/notifications'],
    ...['services/tables', 'services/processor'],
  ],
  'services/erasure': [
    ...['kit', 'kit/store', 'services/contract', 'services/tables', 'services/audit', 'services/disownment'],
    ...['services/events', 'services/operatorPage'],
  ],
  'services/customerService': [
    ...['kit', 'kit/store', 'services/contract', 'services/tables', 'services/audit', 'services/throttling'],
    ...['services/cardSystem', 'services/presetConditions', 'services/records', 'services/disownment'],
  ],
  'services/bankApi': [
    ...[
      'kit',
      'kit/store',
      'kit/retention',
      'kit/http',
      'kit/http/tls',
      'services/contract',
      'services/tables',
    ],
    ...['services/security', 'services/customerService', 'services/processor'],
  ],
  services: [
    ...kit,
    ...['words', 'brand'],
    ...['services/contract', 'services/tables', 'services/security', 'services/audit', 'services/throttling'],
    ...['services/cardSystem', 'services/cardSystem/remote', 'services/presetConditions'],
    ...['services/records', 'services/notifications', 'services/authentication', 'services/links'],
    ...['services/processor', 'services/secureForm', 'services/installation', 'services/approvals'],
    ...['services/events', 'services/operatorPage', 'services/webhooks'],
    ...[
      'services/keeping',
      'services/disownment',
      'services/customerService',
      'services/bankApi',
      'services/profiles',
      'services/risk',
    ],
  ],

  // The conversation.
  'dialogs/messages': ['kit', 'words', ...contract],
  'dialogs/understanding': ['words/numbers', 'kit', 'words', ...contract],
  'dialogs/state': [
    ...['words/numbers', 'kit', 'kit/store', 'services/contract', 'dialogs/messages', 'words'],
    'dialogs/understanding',
  ],
  'dialogs/prompts': ['words/numbers', 'kit', ...contract, ...dialogRooms],
  'dialogs/interruptions': ['words/numbers', 'kit', ...contract, ...dialogRooms, 'dialogs/prompts'],
  dialogs: [
    ...['kit', ...contract, 'dialogs/state', 'dialogs/messages', 'dialogs/prompts'],
    'dialogs/interruptions',
  ],

  // The terminal and its channels.
  'bot/turn': ['kit', 'kit/store', 'kit/retention', 'kit/events'],
  'bot/events': [
    ...[
      'words/numbers',
      'kit',
      'kit/store',
      'kit/retention',
      'kit/events',
      'services/contract',
      'dialogs/state',
    ],
    'services/contract/items',
  ],
  'bot/contract': [],
  'bot/channels/directLine': [
    'words/numbers',
    'bot/contract',
    'kit',
    'kit/store',
    'kit/http',
    'kit/limits',
    'kit/retention',
    'bot/turn',
  ],
  'bot/channels/botFramework': ['kit', 'kit/http', 'services/contract', 'bot/turn'],
  'bot/channels/twilio': ['kit', 'kit/http'],
  'bot/channels/twilio/voice': [
    ...['words', 'kit', 'kit/store', 'kit/retention', 'kit/http', 'services/contract', 'bot/turn'],
    'bot/channels/twilio',
  ],
  'bot/channels/twilio/messages': [
    ...[
      'words/numbers',
      'kit',
      'kit/store',
      'kit/retention',
      'kit/limits',
      'kit/http',
      'services/contract',
      'bot/turn',
    ],
    'bot/channels/twilio',
  ],
  'bot/channels/twilio/status': [
    'services/contract',
    ...['bot/channels/twilio', 'bot/channels/twilio/messages', 'bot/channels/twilio/voice'],
  ],
  'bot/channels/weChat': ['kit', 'kit/http', 'bot/turn'],
  'bot/terminal': [
    ...[
      'words/numbers',
      'words',
      'kit',
      'kit/store',
      ...contract,
      'bot/turn',
      'dialogs',
      'dialogs/state',
      'dialogs/messages',
    ],
    ...['dialogs/understanding', 'dialogs/prompts', 'dialogs/interruptions', 'bot/events'],
  ],
  'bot/desk': [
    ...['kit', 'kit/store', 'kit/retention', 'kit/http', 'services/contract', 'bot/turn', 'dialogs/state'],
    'dialogs/understanding',
  ],
  // A desk elsewhere, behind the same acts as the page.
  'bot/desk/chatwoot': ['kit', 'kit/store', 'kit/retention', 'kit/http', 'services/contract', 'bot/desk'],
  'bot/cases': [
    ...['kit', 'kit/store', 'kit/retention', 'services/contract', 'dialogs/state', 'bot/terminal'],
    'bot/desk',
  ],
  'bot/disowning': ['kit', 'kit/store', 'kit/retention', 'services/contract', 'dialogs/state'],
  'bot/links': [
    ...['kit', 'kit/store', 'kit/retention', 'services/contract', 'bot/turn', 'dialogs/state'],
    'dialogs/understanding',
  ],
  'bot/limits': ['kit', 'kit/store', 'kit/retention', 'kit/limits'],
  'bot/pages': ['kit', 'words', 'brand', 'kit/pages'],
  bot: [
    ...kit,
    'brand',
    'topics',
    ...['services', 'services/contract', 'services/installation', 'services/bankApi', 'services/secureForm'],
    ...['dialogs', 'dialogs/state', 'dialogs/messages', 'words'],
    'dialogs/understanding',
    ...[
      'bot/turn',
      'bot/events',
      'bot/terminal',
      'bot/desk',
      'bot/desk/chatwoot',
      'bot/disowning',
      'bot/cases',
      'bot/links',
      'bot/limits',
      'bot/pages',
    ],
    ...['bot/channels/directLine', 'bot/channels/botFramework', 'bot/channels/weChat', 'bot/channels/twilio'],
    ...['bot/channels/twilio/voice', 'bot/channels/twilio/messages', 'bot/channels/twilio/status'],
  ],

  // One program for operators.
  'cli/conformance': ['kit', 'services/contract', 'services/cardSystem/remote'],
  'cli/preview': ['words', 'kit', 'kit/pages', 'build/browser'],
  cli: [
    'cli/conformance',
    'cli/preview',
    'services/tables',
    ...['kit', 'words', 'brand', 'kit/store', 'kit/retention', 'services', 'services/contract'],
    ...[
      'services/security',
      'services/audit',
      'services/throttling',
      'services/cardSystem',
      'services/cardSystem/remote',
      'services/bankApi',
    ],
    ...[
      'services/import',
      'services/installation',
      'services/keeping',
      'services/processor',
      'services/profiles',
    ],
    ...['services/approvals', 'services/presetConditions', 'services/erasure', 'services/webhooks'],
    'services/notifications',
    'dialogs/understanding',
    ...['bot', 'bot/desk', 'bot/events', 'bot/channels/botFramework', 'bot/channels/directLine'],
    // Their documents.
    ...[
      'bot/channels/weChat',
      'bot/desk/chatwoot',
      'services/operatorPage',
      'services/secureForm',
      'kit/http',
    ],
  ],

  // The demonstration, which nothing above imports; the two roots take it in at run time.
  'demo/contract': [],
  demo: [
    'kit',
    'words',
    'kit/store',
    'kit/http',
    'kit/pages',
    'kit/login',
    'services/tables',
    'services/presetConditions',
    'services/import',
    'demo/contract',
  ],
  'demo/web': ['kit', 'words', 'web/kit', 'demo/contract'],

  // What is made once, where the packages for development are installed.
  build: ['kit', 'kit/pages', 'dialogs/understanding', 'services/contract', 'demo/contract'],
  'build/release': ['kit', 'kit/pages'],
  'build/browser': [],

  // What runs in a browser.
  'web/kit': ['kit'],
  'web/desk': ['kit', 'words', 'web/kit', 'services/contract'],
  'web/secure': ['web/kit', ...contract],
  'web/chat': ['kit', 'words', 'web/kit', 'bot/contract', ...contract],
  'web/embed': ['kit', 'words'],
  'web/operator': ['kit', 'words', 'web/kit', 'services/contract'],
};

/**
 * The rooms that speak with the words of each surface. Neither half loads the other's, and a page loads only its own.
 */
export const surfaces: Readonly<Record<string, RegExp>> = {
  channelNames: /^(services\/contract|bot)\//,
  chatPage: /^(bot|web\/chat)\//,
  conversation: /^(dialogs|bot)\//,
  deskAnswers: /^bot\//,
  deskPage: /^(bot|web\/desk)\//,
  embed: /^(bot|web\/embed)\//,
  heard: /^(dialogs|bot|cli\/preview)\//,
  hongKong: /^(dialogs|bot|services)\//,
  languageNames: /^(bot|demo|services|web)\//,
  notices: /^services\//,
  numberWords: /^words\/numbers\//,
  // What steps and reasons are called is the same at the desk.
  operatorPage: /^(services|web\/operator)\/|^bot\/pages\/deskPage\.ts$/,
  page: /^(bot|brand|demo|services)\//,
  passwordLength: /^(dialogs|services)\//,
  replyWords: /^brand\//,
  secureForm: /^services\//,
  telephonePage: /^demo\//,
  topics: /^(bot|cli|dialogs|topics)\//,
};

/** Packages that only some rooms may name, and the mend where another one does. */
export const packages: readonly { named: RegExp; only: (file: string) => boolean; mend: string }[] = [
  {
    named: /^typeorm$/,
    only: (file) => /^(kit\/store|services\/tables)\/|Tables?\.ts$/.test(file),
    mend: 'describe the table in its owner’s table file; write a query with kit/store/query.ts',
  },
  {
    named: /^bot(builder|framework-(?!directlinejs))/,
    only: (file) =>
      /^(bot\/terminal|bot\/channels\/botFramework|dialogs)\//.test(file) ||
      file === 'cli/registrationFindings.ts',
    mend: 'the SDK stays behind bot/terminal, bot/channels/botFramework and dialogs/: speak of deliveries and replies',
  },
  {
    named: /^(esbuild|preact|botframework-directlinejs)(\/|$)/,
    only: (file) => /^(build|web)\//.test(file),
    mend: 'what production runs is built before: name it in build/pages.ts',
  },
  {
    named: /^botbuilder-dialogs$/,
    only: () => false,
    mend: 'take it from dialogs/state/sdkDialogs.ts: the index loads recognizers that nobody uses',
  },
];
