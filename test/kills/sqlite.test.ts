// Guards money: whatever dies in between, a card is unfrozen once or not at all.
import { killedAtEveryStep } from './everyStep.ts';

killedAtEveryStep('SQLite');
