/** The SDK's EchoBot. */
import { ActivityHandler } from 'botbuilder';
import { serveFrameworkBot } from './frameworkAdapter.js';

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
  }
}

const bot = new EchoBot();
serveFrameworkBot((context) => bot.run(context));
