import type { Finding } from './finding.ts';

/** A number of the account in the form of Twilio's API (IncomingPhoneNumbers). */
type AccountNumber = {
  phoneNumber: string;
  voiceUrl: string;
  voiceMethod: string;
  voiceFallbackUrl: string;
  statusCallback: string;
  smsUrl: string;
  smsMethod: string;
};

/** The settings that were read from the account. */
export type AccountSettings = { numbers: readonly AccountNumber[]; hasRecordings: boolean };

/** Finds unsafe settings of the account for calls and messages, each with what to do. */
export function telephoneFindings(settings: AccountSettings, publicUrl: string): Finding[] {
  const { numbers, hasRecordings } = settings;
  const ours = numbers.filter(({ voiceUrl }) => withoutFragment(voiceUrl) === `${publicUrl}/twilio/voice`);
  const messagesUrl = `${publicUrl}/twilio/messages`;
  const unsafe = [
    ...(publicUrl.startsWith('https:')
      ? []
      : ['PUBLIC_URL is not https: keyed digits would travel in plain']),
    ...(ours.length > 0 ? [] : [`no number of the account calls ${publicUrl}/twilio/voice`]),
    ...ours.flatMap((number) => findingsOf(number, publicUrl)),
    ...numbers
      .filter(({ smsUrl, smsMethod }) => withoutFragment(smsUrl) === messagesUrl && smsMethod !== 'POST')
      .map(
        ({ phoneNumber }) =>
          `the number ending ${phoneNumber.slice(-4)}: its messages must come by POST, or secrets stand in addresses`,
      ),
    ...(hasRecordings ? ['the account holds recordings of calls: switch recording off and delete them'] : []),
  ];
  const look = [
    ...(numbers.some(({ smsUrl }) => withoutFragment(smsUrl) === messagesUrl)
      ? []
      : [`SMS: no number of the account itself sends messages to ${messagesUrl}; a messaging service may`]),
    'PCI mode: cannot be read; it must be on, or keyed digits stay in the account’s logs',
    'message bodies: whether they are redacted at once cannot be read; see docs/channels.md',
    'https for webhooks: cannot be read; it must be enforced',
  ];
  return [
    ...unsafe.map((what): Finding => ({ weight: 'unsafe', what })),
    ...look.map((what): Finding => ({ weight: 'look', what })),
  ];
}

function findingsOf(number: AccountNumber, publicUrl: string): string[] {
  const { voiceMethod, voiceFallbackUrl, statusCallback } = number;
  const name = `the number ending ${number.phoneNumber.slice(-4)}`;
  const isAway = voiceFallbackUrl !== '' && hostOf(voiceFallbackUrl) !== hostOf(publicUrl);
  return [
    ...(voiceMethod === 'POST' ? [] : [`${name}: its webhook must be POST, or digits stand in addresses`]),
    ...(isAway
      ? []
      : [`${name}: has no fallback on another host; a line would be dead while this one is away`]),
    ...(withoutFragment(statusCallback) === `${publicUrl}/twilio/status`
      ? []
      : [`${name}: its call status must go to ${publicUrl}/twilio/status, or no call is known to be over`]),
  ];
}

/** The address without its fragment, where Twilio's connection overrides are. */
function withoutFragment(url: string): string {
  return url.split('#')[0] ?? '';
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
