import { writeModel } from '../dialogs/understanding/model.ts';

/** `npm run teach`: after every change of the corpus, or of what is read from a sentence. */
process.stdout.write(`model.bin has ${writeModel()} bytes\n`);
