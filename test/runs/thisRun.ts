/** The runs of the tests, as the scripts of package.json name them. */
export const runs = ['unit', 'quick', 'full', 'long'] as const;
export type Run = (typeof runs)[number];

/** The run that this is; none where a test file is run by hand, which leaves nothing out. */
export const thisRun: Run | undefined = runs.find((run) => run === process.env.TEST_RUN);
