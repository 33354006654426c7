/** What a measured server says of itself: milliseconds of CPU over all of its threads, megabytes, and counts by name. */
export type Usage = { cpu: number; heap: number; rss: number; counted: Readonly<Record<string, number>> };
