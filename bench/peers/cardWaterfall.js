/**
 * The steps of our own case as the SDK's samples write them: four questions, one answer, everything in memory.
 * The SDK and its successor share these names, so each brings its own classes.
 */
export function cardWaterfall({ DialogSet, TextPrompt, WaterfallDialog, ConversationState, MemoryStorage }) {
  const conversationState = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(conversationState.createProperty('dialogs'));
  const asks = (prompt) => (step) => step.prompt('words', { prompt });
  dialogs.add(new TextPrompt('words'));
  dialogs.add(
    new WaterfallDialog('unfreeze', [
      asks('Please type your card number.'),
      asks('The card is frozen and can be unfrozen here. Shall I unfreeze it now?'),
      asks('Please enter the number of your identity document.'),
      asks('Please enter your six-digit transaction password.'),
      async (step) => {
        await step.context.sendActivity('The card is unfrozen and can be used now.');
        return step.endDialog();
      },
    ]),
  );
  return async (context) => {
    if (context.activity.type !== 'message') return;
    const dialogContext = await dialogs.createContext(context);
    const { status } = await dialogContext.continueDialog();
    if (status === 'empty') await dialogContext.beginDialog('unfreeze');
    await conversationState.saveChanges(context, false);
  };
}
