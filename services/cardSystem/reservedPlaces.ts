import { checkIdentityDocument } from '../contract/items/identityDocument.ts';
import type { FieldSealing, SealedPlace } from '../security/fieldSealing.ts';
import { sameText } from '../security/sameText.ts';

/** Where a customer's password verifier stands: it opens nowhere else. */
export function passwordPlace(customerId: string): SealedPlace {
  return { table: 'customers', column: 'password_verifier', row: customerId };
}

/** Where a verifier stands in a file of `cards protect`: in the row of one phone, since there is no customer yet. */
export function protectedPlace(phone: string): SealedPlace {
  return { table: 'protectedFile', column: 'transactionPasswordVerifier', row: phone };
}

/** The index of an identity document's normal form. What has no normal form gets one that matches nothing reserved. */
export function identityDocumentIndex(fields: FieldSealing, typed: string): string {
  const checked = checkIdentityDocument(typed);
  return checked.problem
    ? fields.index('malformedIdentityDocument', typed)
    : fields.index('identityDocument', checked.value);
}

/** Whether it is the document that was indexed so, under whatever key. */
export function isDocumentOf(fields: FieldSealing, typed: string, index: string): boolean {
  const checked = checkIdentityDocument(typed);
  const own = identityDocumentIndex(fields, typed);
  const all = checked.problem ? [own] : fields.indexes('identityDocument', checked.value);
  // Each is compared, so that the time tells nothing.
  return all.map((one) => sameText(one, index)).includes(true);
}
