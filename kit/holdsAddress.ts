/** The patterns that telephones turn into a link, each with an example that it matches. */
const written: readonly RegExp[] = [
  // https://bank.example/s
  /:\/\//,
  // www.bank
  /\bwww\./i,
  // bank.example, m.bank.com.hk
  /[a-z\d]\.(com|net|org|info|biz|app|bank|io|me|co|xyz|top|link|ly|cc|cn|hk|tw|sg|mo|example)\b/i,
];

/** Whether a text holds a web address, or something that a telephone takes for one. */
export function holdsAddress(text: string): boolean {
  return written.some((pattern) => pattern.test(text));
}
