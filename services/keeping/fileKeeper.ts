import { plainForm } from '../security/keyFileForm.ts';
import type { KeyKeeper } from './keyKeeper.ts';

/** The file itself: whoever may read it has the keys. */
export const fileKeeper: KeyKeeper = {
  formOf: async () => plainForm,
  newForm: async () => plainForm,
  formAnew: async () => plainForm,
  check: async (file, content) => void plainForm.read(file, content),
};
