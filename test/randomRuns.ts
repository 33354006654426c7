import fc from 'fast-check';
import { counts } from './counts.ts';

fc.configureGlobal({ numRuns: counts.randomRuns });
