/**
 * An empty database of a test's own: the `DATABASE_URL` of it, all that its files or its tables hold, byte for byte,
 * and how it goes.
 */
export type EmptyDatabase = { url: string; content(): Promise<Buffer>; remove(): Promise<void> };
