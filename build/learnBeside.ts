import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { learnModel, type ModelName, modelNames } from '../dialogs/understanding/models.ts';

/** Learns each model in a thread of its own, so that two processors take half as long, and the pages are built meanwhile. */
export async function learnBeside(models: string): Promise<void> {
  await Promise.all(
    modelNames.map(async (name) => {
      const given: Given = { models, name };
      await once(new Worker(new URL(import.meta.url), { workerData: given }), 'exit');
    }),
  );
}

type Given = { models: string; name: ModelName };

if (!isMainThread) {
  const { models, name } = workerData as Given;
  learnModel(models, name);
}
