/** Where the conditions are asked, unless a test says otherwise. */
export const asked = { channel: 'webChat', canBeShown: ['registeredPhone'] } as const;
