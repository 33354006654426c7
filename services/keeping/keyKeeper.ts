import type { KeyFileForm } from '../security/keyFileForm.ts';

/** Who keeps what opens the key file: the file itself, or a service elsewhere. */
export interface KeyKeeper {
  /**
   * How a key file is read and written that has this content.
   * @throws UnfreezeError `keysUnusable` where it will not be opened, `storeUnavailable` where the keeper gives no answer
   */
  formOf(file: string, content: unknown): Promise<KeyFileForm>;
  /** The same for a file that is to be made. */
  newForm(): Promise<KeyFileForm>;
  /** The same for a file that is to be closed anew, under the newest key of the keeper. */
  formAnew(file: string, content: unknown): Promise<KeyFileForm>;
  /** Resolves where the keeper would still open this content as it did. @throws UnfreezeError as `formOf` does */
  check(file: string, content: unknown): Promise<void>;
}
