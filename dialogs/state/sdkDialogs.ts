/**
 * The SDK's dialogs, module by module: its index loads all of its prompts too, with 5.5 MB of recognizers that nobody
 * here uses.
 */
export { ComponentDialog } from 'botbuilder-dialogs/lib/componentDialog.js';
export {
  Dialog,
  type DialogInstance,
  type DialogTurnResult,
  DialogTurnStatus,
} from 'botbuilder-dialogs/lib/dialog.js';
export type { DialogContext, DialogState } from 'botbuilder-dialogs/lib/dialogContext.js';
export { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
export { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
export type { WaterfallStepContext } from 'botbuilder-dialogs/lib/waterfallStepContext.js';
