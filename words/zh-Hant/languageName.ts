/** The language's name in itself, as its readers look for it. */
export const languageName: string = '繁體中文';

/** The same where there is little room. */
export const shortLanguageName: string = '繁體';
