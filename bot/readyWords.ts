/** The address of the service, and the parts of the demonstration. */
type Ready = {
  publicUrl: string;
  /** Undefined without the demo bank. */
  demo:
    | { page?: object | undefined; cardToTry: ((isFrozen?: IsFrozen) => Promise<string>) | undefined }
    | undefined;
  /** Whether a card is frozen; undefined where the cards are in another process. */
  isFrozen?: IsFrozen | undefined;
};
export type IsFrozen = (number: string) => Promise<boolean>;

/** The lines that a start prints: the address and, with the demo bank, the card to try and how to stop. */
export async function readyWords({ publicUrl, demo, isFrozen }: Ready): Promise<string> {
  const telephone = demo?.page ? ` Telephone: ${publicUrl}/phone` : '';
  const lines = [`Thawline is ready. Chat: ${publicUrl}/${telephone}`];
  if (demo?.cardToTry) lines.push(await demo.cardToTry(isFrozen), howToStop);
  return `${lines.join('\n')}\n`;
}

const howToStop = 'To stop: Ctrl-C. What an operator can do: npx thawline --help';
