/** A mobile number of mainland China, with or without the country code. */
const mainlandMobile = /^(?:00)?(?:86)?1[3-9]\d{9}$/;

/** Whether digits look like a telephone number and like nothing that is asked for here. */
export function hasTelephoneForm(digits: string): boolean {
  return mainlandMobile.test(digits);
}
