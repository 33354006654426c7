/**
 * Makes something when it is first requested and keeps it, because bundling takes longer than the rest of a start.
 * After a failure the next request tries again.
 */
export function whenFirstAsked<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
