import type { Wording } from '../../../kit/wording.ts';
import type { handoff as source } from '../../zh-Hans/conversation/handoff.ts';

export const handoff: Record<keyof typeof source, Wording> = {
  agent: {
    text: 'I have passed this on to our staff as case {{caseId}}: {{agent}} and quote it, so that you do not have to explain again.',
    speech: 'Your case is {{caseId}}.',
  },
  'agent.later': {
    text: 'I have passed this on to our staff as case {{caseId}}. They are not there now; from {{when}}, {{agent}} and name the case.',
    speech: 'Our staff are away until {{when}}. Please call then; your case is {{caseId}}.',
  },
  'agent.byPhone': 'please call {{phone}}',
  'agent.byCard': 'please call the number on the back of your card',
  freezeOrReport: {
    text: 'If your card is lost or stolen, or if you see payments that are not yours, have it frozen by our staff now: {{agent}}. I could not freeze it from here.',
    speech: 'Our staff must freeze it at once. I have not unfrozen anything.',
  },
  'handoff.noted': {
    text: 'I have noted it as case {{caseId}}; name it when you call. Please do not wait for us to call you.',
    speech: 'Your case is {{caseId}}.',
  },
  'disowning.wasItYou': {
    text: 'A card of yours was unfrozen lately. Was that you? If not, answer “not me”, and I freeze it again at once.',
    speech: 'A card of yours was unfrozen lately. Was that you? If not, I freeze it again at once.',
  },
  'disowning.wasYou': {
    text: 'Thank you, then nothing is changed. If anything looks wrong later, say “not me”.',
    speech: 'Thank you, nothing is changed. If anything looks wrong, say: not me.',
  },
  'disowned.frozenAgain': {
    text: 'Thank you for telling us. The card ending {{lastFour}} is frozen again, and only our staff can lift that.',
    speech: 'Thank you. Card {{lastFour}} is frozen again, and only our staff can lift that.',
  },
  'disowned.freezing': {
    text: 'Thank you for telling us. Freezing the card ending {{lastFour}} again takes longer than it should, and I keep trying. To be safe, {{agent}} now.',
    speech:
      'Thank you. Card {{lastFour}} is being frozen again. It takes longer than it should, and I keep trying.',
  },
  'disowned.kept': {
    text: 'Thank you for telling us. Our system does not answer just now; I keep trying until the card that was unfrozen is frozen again. To be safe, {{agent}} now.',
    speech: 'Thank you. Our system does not answer; I keep trying until the card is frozen again.',
  },
  'disowned.already': 'You have told us about the card ending {{lastFour}}, and our staff deal with it.',
};
