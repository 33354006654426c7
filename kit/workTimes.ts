/** Takes how long a piece of work of this kind took, in seconds. */
type WorkTimer = (work: string, seconds: number) => void;

let timer: WorkTimer | undefined;

/** From now on the work of this process is timed; undefined: it is not. */
export function timeWork(by: WorkTimer | undefined): void {
  timer = by;
}

/** Does work of this kind, and lets whoever times it know how long it took, however it ended. */
export function timed<Result>(work: string, does: () => Result): Result {
  if (!timer) return does();
  const ends = beginTiming(work);
  try {
    const result = does();
    if (result instanceof Promise) result.then(ends, ends);
    else ends();
    return result;
  } catch (error) {
    ends();
    throw error;
  }
}

/** Work of this kind begins now. @returns what is called when it has ended */
export function beginTiming(work: string): () => void {
  const begun = performance.now();
  return () => timer?.(work, (performance.now() - begun) / 1000);
}
