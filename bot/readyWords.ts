/** Where the service is reached, and what there is to try. */
type Ready = {
  publicUrl: string;
  /** Undefined without the demo bank. */
  demo: { page?: object | undefined; cardToTry: (isFrozen?: IsFrozen) => Promise<string> } | undefined;
  /** Whether a card is frozen, where the cards stand in this process. */
  isFrozen?: IsFrozen | undefined;
};
export type IsFrozen = (number: string) => Promise<boolean>;

/** Where the service is reached and, of the demo bank, which card to try and how to stop: a line for each. */
export async function readyWords({ publicUrl, demo, isFrozen }: Ready): Promise<string> {
  const telephone = demo?.page ? ` Telephone: ${publicUrl}/phone` : '';
  const lines = [`Thawline is ready. Chat: ${publicUrl}/${telephone}`];
  if (demo) lines.push(await demo.cardToTry(isFrozen), howToStop);
  return `${lines.join('\n')}\n`;
}

const howToStop = 'To stop: Ctrl-C. What an operator can do: npx thawline --help';
