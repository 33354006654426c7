import { parseArgs } from 'node:util';

export type Options = {
  rounds: number;
  seconds: number;
  clients: number;
  cards: number;
  only: RegExp;
  trace: boolean;
  /** The seconds of load before the first round, in which Node compiles what is used often. */
  warm: number;
  /** Another checkout of the project, whose turns are measured in the same rounds. */
  beside: string | undefined;
};

/** What follows `turns` on the command line; a run of less than a minute has `--rounds 2 --seconds 1`. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      clients: { type: 'string', default: '32' },
      cards: { type: 'string', default: '12000' },
      warm: { type: 'string', default: '8' },
      only: { type: 'string', default: '' },
      beside: { type: 'string' },
      'no-trace': { type: 'boolean', default: false },
    },
  });
  const [rounds, seconds, clients, cards] = [values.rounds, values.seconds, values.clients, values.cards].map(
    Number,
  );
  if (!rounds || !seconds || !clients || !cards)
    throw new Error('--rounds, --seconds, --clients and --cards are numbers above 0');
  return {
    rounds,
    seconds,
    clients,
    cards,
    only: new RegExp(values.only),
    trace: !values['no-trace'],
    warm: Number(values.warm),
    beside: values.beside,
  };
}
