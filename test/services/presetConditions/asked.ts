/** Where the conditions are asked, unless a test says otherwise. */
export const asked = {
  channel: 'webChat',
  canBeShown: ['registeredPhone'],
  dates: {},
  risk: 'allow',
  now: new Date('2026-11-24T08:00:00.000Z'),
} as const;
