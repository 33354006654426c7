import { UnfreezeError } from '../errors.ts';

const listenProblems: Record<string, string> = {
  EADDRINUSE: 'another program listens there already; set PORT to another one, or stop that program',
  EACCES: 'this user may not listen there; ports below 1024 are often reserved',
  EADDRNOTAVAIL: 'this machine has no such address; set HOST to one of its own',
  ENOTFOUND: 'there is no address of that name; set HOST to one of this machine',
};

/** The reason why the server cannot listen, in the operator's words: the address, the port, and what to do. */
export function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): UnfreezeError {
  const why = listenProblems[error.code ?? ''] ?? 'the system refused it';
  return new UnfreezeError(
    'settingsInvalid',
    `cannot listen on ${host}, port ${port}: ${why} (${error.code})`,
    {
      cause: error,
    },
  );
}
