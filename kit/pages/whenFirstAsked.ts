/**
 * What a page is made of, made when it is first asked for: bundling takes longer than all the rest of a start. Where it
 * fails, the next who asks has it tried again.
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
