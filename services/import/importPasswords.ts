import { counted } from '../../kit/counted.ts';
import { passwordPlace } from '../cardSystem/reservedPlaces.ts';
import type { ImportOptions } from './importCustomers.ts';
import type { ImportStaging } from './importStaging.ts';
import { stagedPasswordPlace } from './sameCustomer.ts';

/** The passwords that are hashed at once; libuv works on as many of them as it has threads. */
const passwordsAtOnce = 32;

type ProtectPasswordsOptions = Pick<ImportOptions, 'fields' | 'verifiers'> & {
  progress: (text: string) => void;
};

/** Replaces the staged passwords of new customers by verifiers. */
export async function protectPasswords(
  { fields, verifiers, progress }: ProtectPasswordsOptions,
  staging: ImportStaging,
): Promise<void> {
  let done = 0;
  for (const page of staging.customersWithPassword()) {
    for (let from = 0; from < page.length; from += passwordsAtOnce) {
      const some = page.slice(from, from + passwordsAtOnce);
      const protectedOnes = some.map(async ({ customer, password }) => {
        const plain = fields.open(password ?? '', stagedPasswordPlace(customer.id));
        return { ...customer, passwordVerifier: await verifiers.protect(plain, passwordPlace(customer.id)) };
      });
      for (const customer of await Promise.all(protectedOnes)) staging.protect(customer);
      done += some.length;
      progress(`${counted(done, 'password')} protected`);
    }
  }
}
