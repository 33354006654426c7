import * as z from 'zod';

/** The limits on one kind of request a minute, or on what may be open at once. */
export type Most = {
  /** The most for one conversation, which one token opens. */
  conversation: number;
  /** The most for one network address; wider networks get a multiple of it. */
  address: number;
  /** For all clients together. */
  all: number;
};

export type TrafficSettings = {
  polls: Most;
  posts: Most;
  conversations: Omit<Most, 'conversation'>;
  /** The sockets open at once in each process; a conversation has one. */
  sockets: Omit<Most, 'conversation'>;
  /** The activities of the Bot Framework's channels a minute from one network address. */
  activities: number;
  /**
   * The number of new conversations a minute above which a browser must solve a puzzle before it begins one; 0 means
   * always.
   */
  workAbove: number;
};

const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be whole numbers from 1 on')
  .transform(Number);
const words = z.string().transform((list) => list.trim().split(/\s+/));
const three = (usual: string) =>
  words
    .pipe(
      z.tuple([number, number, number], 'must be three numbers: of a conversation, of an address, over all'),
    )
    .transform(([conversation, address, all]): Most => ({ conversation, address, all }))
    .prefault(usual);
const two = (usual: string) =>
  words
    .pipe(z.tuple([number, number], 'must be two numbers: of an address, over all'))
    .transform(([address, all]) => ({ address, all }))
    .prefault(usual);

/** The limits on web chat; `.env.example` says what each is for. */
export const trafficSettingsShape = {
  LIMIT_POLLS: three('120 1200 30000'),
  LIMIT_POSTS: three('60 600 12000'),
  LIMIT_CONVERSATIONS: two('30 3000'),
  LIMIT_SOCKETS: two('100 5000'),
  LIMIT_ACTIVITIES: number.prefault('600'),
  PROOF_OF_WORK_ABOVE: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .default('300')
    .transform(Number),
};

export function trafficSettings(read: z.infer<z.ZodObject<typeof trafficSettingsShape>>): TrafficSettings {
  return {
    polls: read.LIMIT_POLLS,
    posts: read.LIMIT_POSTS,
    conversations: read.LIMIT_CONVERSATIONS,
    sockets: read.LIMIT_SOCKETS,
    activities: read.LIMIT_ACTIVITIES,
    workAbove: read.PROOF_OF_WORK_ABOVE,
  };
}

/** The limits where nothing is set. */
export const usualTraffic: TrafficSettings = trafficSettings(z.object(trafficSettingsShape).parse({}));
