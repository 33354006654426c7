/** The milliseconds of processor time that work takes, at best of several tries: the machine has other things to do. */
export function cpuTime(work: () => unknown, tries: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < tries; turn++) {
    const taken = clock();
    work();
    best = Math.min(best, taken());
  }
  return best;
}

/** The milliseconds of processor time that this process takes from now on. */
export function clock(): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
}
