import { plainForm } from '../security/keyFileForm.ts';
import type { KeyKeeper } from './keyKeeper.ts';

/** The keeper of a plain key file, which needs nothing to open it: whoever may read the file has the keys. */
export const fileKeeper: KeyKeeper = {
  formOf: async () => plainForm,
  newForm: async () => plainForm,
  formAnew: async () => plainForm,
  check: async (file, content) => void plainForm.read(file, content),
};
