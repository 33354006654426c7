/** The addresses of telephone calls: where one begins, what is done at a step, and the answer to one that took long. */
export const voiceAddresses = {
  begins: '/twilio/voice',
  continues: '/twilio/voice/steps/:step',
  asksForAnswer: '/twilio/voice/steps/:step/answer/:times',
} as const;
