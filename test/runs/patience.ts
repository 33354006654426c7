import Mocha from 'mocha';
import { patient } from './pace.ts';

type Timeout = { timeout(ms?: string | number): unknown };

const { prototype } = Mocha.Runnable as unknown as { prototype: Timeout };
const { timeout } = prototype;

/** Every limit of a test or hook is as long as this machine is slow. */
prototype.timeout = function (this: Timeout, ...given) {
  const answer = timeout.apply(this, given);
  return given.length === 0 ? patient(answer as number) : answer;
};
