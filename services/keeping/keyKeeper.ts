import type { KeyFileForm } from '../security/keyFileForm.ts';

/** The keeper opens and closes the key file: a plain file needs no key, or a service elsewhere holds the key. */
export interface KeyKeeper {
  /**
   * The way to read and write the key file that has this content.
   * @throws UnfreezeError `keysUnusable` where the keeper refuses to open it, `storeUnavailable` where the keeper does
   * not answer
   */
  formOf(file: string, content: unknown): Promise<KeyFileForm>;
  /** The way to write a key file that does not exist yet. */
  newForm(): Promise<KeyFileForm>;
  /** The way to write an existing file so that it is closed with the keeper's newest key. */
  formAnew(file: string, content: unknown): Promise<KeyFileForm>;
  /**
   * Resolves if the keeper would still open this content with the same result. @throws UnfreezeError as `formOf` does
   */
  check(file: string, content: unknown): Promise<void>;
}
