import type { CommandTerminal } from '../../kit/command.ts';

/** A terminal that keeps what a command writes on it. */
export function recordedTerminal(): { terminal: CommandTerminal; said: { out: string; err: string } } {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
  };
  return { terminal, said };
}
