/** The language's name in itself, as its readers look for it. */
export const languageName: string = 'English';

/** The same where there is little room. */
export const shortLanguageName: string = 'English';
