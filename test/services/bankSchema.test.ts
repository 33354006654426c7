import { bankSchema } from '../../services/bankSchema.ts';
import { makesWhatEntitiesSay } from '../databases/makesWhatEntitiesSay.ts';

makesWhatEntitiesSay('the migrations of the bank’s side', bankSchema);
