import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UnfreezeError } from '../../kit/errors.ts';
import { checkModel, modelFile, writeModel } from './model.ts';
import { ModelUnfit } from './modelFile.ts';
import { checkPassingModel, passingModelFile, writePassingModel } from './passingModel.ts';
import { checkTopicModel, topicModelFile, writeTopicModel } from './topicModel.ts';

/** The folder in which an installation keeps the models that it has learnt. */
export const packageModels = fileURLToPath(new URL('../../built/models', import.meta.url));

let folder = packageModels;

/** The folder of the models that this process uses. */
export function modelsFolder(): string {
  return folder;
}

/** What each file came to, in bytes. */
export type Learnt = readonly { file: string; size: number }[];

/**
 * Takes the models that the installation has learnt. Where they do not fit, and another folder is given, they are taken from
 * there, and learnt first where those do not fit either, which takes some seconds.
 * @param own undefined in production, where a start with models that do not fit is refused
 * @throws UnfreezeError `settingsInvalid`
 */
export function openModels(
  own: { folder: string; learning: () => void } | undefined,
  installed: string = packageModels,
): void {
  const unfit = unfitIn(installed);
  if (unfit === undefined) folder = installed;
  else if (own === undefined) {
    const mend = 'Run `npm run build` where it is installed';
    throw new UnfreezeError('settingsInvalid', `the models are not learnt: ${unfit}. ${mend}`);
  } else {
    if (unfitIn(own.folder) !== undefined) {
      own.learning();
      learnModels(own.folder);
    }
    folder = own.folder;
  }
}

/** Why the models in a folder cannot be used; undefined where they can. */
export function unfitIn(models: string): string | undefined {
  try {
    checkModel(join(models, modelFile));
    checkTopicModel(join(models, topicModelFile));
    checkPassingModel(join(models, passingModelFile));
    return undefined;
  } catch (error) {
    if (error instanceof ModelUnfit) return error.message;
    throw error;
  }
}

const learnable = {
  [modelFile]: writeModel,
  [topicModelFile]: writeTopicModel,
  [passingModelFile]: writePassingModel,
};
export type ModelName = keyof typeof learnable;
export const modelNames = Object.keys(learnable) as ModelName[];

/** Learns one model from its corpus, and keeps it. @param models a folder, made where it is not there */
export function learnModel(models: string, name: ModelName): Learnt[number] {
  const file = join(models, name);
  return { file, size: learnable[name](file) };
}

/** Learns from the corpora, and keeps what was learnt. @param models a folder, made where it is not there */
export function learnModels(models: string): Learnt {
  return modelNames.map((name) => learnModel(models, name));
}
