import { killedAtEveryStep } from './everyStep.ts';

killedAtEveryStep('SQLite');
