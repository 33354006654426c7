/** A mobile number of the mainland, with or without its country. */
const mainlandMobile = /^(?:00)?(?:86)?1[3-9]\d{9}$/;

/** Whether digits have the form of a telephone number and of nothing that is asked for here. */
export function hasTelephoneForm(digits: string): boolean {
  return mainlandMobile.test(digits);
}
