import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFile } from '../../../dialogs/understanding/model.ts';
import {
  checkModelFile,
  ModelUnfit,
  readModelFile,
  writeModelFile,
} from '../../../dialogs/understanding/modelFile.ts';
import { modelsFolder, openModels, packageModels, unfitIn } from '../../../dialogs/understanding/models.ts';
import { topicModelFile } from '../../../dialogs/understanding/topicModel.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const other = Buffer.alloc(32, 7);

describe('the learnt models', () => {
  const folder = temporaryFolder();
  const [installed, own] = [join(folder.path, 'installed'), join(folder.path, 'own')];
  beforeEach(() => {
    for (const copy of [installed, own]) {
      rmSync(copy, { recursive: true, force: true });
      cpSync(packageModels, copy, { recursive: true });
    }
  });
  afterEach(() => openModels(undefined));
  after(() => folder.remove());

  const learning = () => assert.fail('nothing had to be learnt');
  const refusal = (words: RegExp) => ({ code: 'settingsInvalid', message: words });

  it('are those of the sentences and of the code that learns from them', () => {
    assert.equal(unfitIn(packageModels), undefined);
  });

  it('are taken where the installation has them, whatever stands elsewhere', () => {
    openModels({ folder: own, learning }, installed);
    assert.equal(modelsFolder(), installed);
  });

  for (const file of [modelFile, topicModelFile]) {
    it(`are refused in production where ${file} is not there, cut off, changed, or of other sentences`, () => {
      const path = join(installed, file);
      const whole = readFileSync(path);
      const changed = Buffer.from(whole);
      changed.writeUInt8(whole.readUInt8(whole.length - 1) ^ 1, whole.length - 1);
      const foreign = Buffer.concat([other, whole.subarray(32)]);
      for (const [content, words] of [
        [whole.subarray(0, -1), /is not as it was learnt\. Run `npm run build`/],
        [changed, /is not as it was learnt/],
        [Buffer.alloc(0), /is not as it was learnt/],
        [foreign, /was learnt from other sentences/],
      ] as const) {
        writeFileSync(path, content);
        assert.throws(() => openModels(undefined, installed), refusal(words));
      }
      rmSync(path);
      assert.throws(() => openModels(undefined, installed), refusal(/cannot be read/));
    });
  }

  it('are taken from the folder of an installation outside production where those beside the code do not fit', () => {
    rmSync(installed, { recursive: true });
    openModels({ folder: own, learning }, installed);
    assert.equal(modelsFolder(), own);
  });

  it('come back from a file as they were kept, and from none that has another count of weights', () => {
    const file = join(folder.path, 'a', 'model.bin');
    const bytes = Int8Array.from([0, 1, -127, 127]);
    assert.equal(writeModelFile(file, other, { unit: 0.5, bytes }), readFileSync(file).length);
    assert.deepEqual(readModelFile(file, 4), { unit: 0.5, bytes });
    checkModelFile(file, other);
    assert.throws(() => readModelFile(file, 5), ModelUnfit);
    assert.throws(() => checkModelFile(file, Buffer.alloc(32)), /other sentences/);
  });
});
