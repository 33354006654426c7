/** Each alone, with what it must take: phones make a link of all of these. */
const written: readonly RegExp[] = [
  // https://bank.example/s
  /:\/\//,
  // www.bank
  /\bwww\./i,
  // bank.example, m.bank.com.hk
  /[a-z\d]\.(com|net|org|info|biz|app|bank|io|me|co|xyz|top|link|ly|cc|cn|hk|tw|sg|mo|example)\b/i,
];

/** Whether a text holds the address of a page, or what a telephone takes for one. */
export function holdsAddress(text: string): boolean {
  return written.some((pattern) => pattern.test(text));
}
