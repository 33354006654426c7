import * as z from 'zod';
import { seconds } from '../time.ts';
import type { TimeLimits } from './httpServer.ts';

const number = z.string().regex(/^[1-9]\d{0,2}$/, 'must be whole numbers of seconds from 1 to 999');

/** The time limits of every HTTP server of a process; `.env.example` says what each is for. */
export const timeLimitsSetting = z
  .string()
  .transform((list) => list.trim().split(/\s+/))
  .pipe(
    z.tuple(
      [number, number, number],
      'must be three numbers of seconds: of a TLS handshake, of the headers of a request, of all of it',
    ),
  )
  .transform((list) => list.map((each) => Number(each) * seconds))
  .refine(
    ([, headers = 0, request = 0]) => headers <= request,
    'the headers have no more time than the whole request',
  )
  .transform(
    ([handshake = 0, headers = 0, request = 0]): Omit<TimeLimits, 'look'> => ({
      handshake,
      headers,
      request,
    }),
  )
  .prefault('10 10 30');
