/** The milliseconds of processor time that work takes, at best of several tries: the machine has other things to do. */
export function cpuTime(work: () => unknown, tries: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < tries; turn++) {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
