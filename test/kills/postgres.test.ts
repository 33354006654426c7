import { killedAtEveryStep } from './everyStep.ts';

killedAtEveryStep('PostgreSQL');
