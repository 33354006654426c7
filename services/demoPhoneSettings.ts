import * as z from 'zod';

/** The telephones to call and write from. */
const callers = z
  .string()
  .transform((text) => text.split(',').map((number) => number.trim()))
  .pipe(z.array(z.e164('must be + and digits, with commas between them')).max(50));

/** The settings of the telephone in the browser where it is for a bank's own test system. */
export const demoPhoneShape = {
  DEMO_PHONE: z
    .enum(['on', 'off'])
    .transform((value) => value === 'on')
    .default(false),
  DEMO_PHONE_NUMBERS: callers.default([]),
};
type Read = z.infer<z.ZodObject<typeof demoPhoneShape>>;

/** The telephones on the demo page; undefined where it shows those of the demo bank alone. */
export function demoCallers({ DEMO_PHONE: isOn, DEMO_PHONE_NUMBERS: numbers }: Read): string[] | undefined {
  return isOn ? numbers : undefined;
}

/** The faults of these settings, each sentence beginning with its setting. */
export function reasonsAgainstDemoPhone(
  { DEMO_PHONE: isOn, DEMO_PHONE_NUMBERS: numbers }: Read,
  { production, demo }: { production: boolean; demo: boolean },
): string[] {
  return [
    ...(production && isOn ? ['DEMO_PHONE: the telephone in the browser must be off in production'] : []),
    ...(isOn && demo ? ['DEMO_PHONE: the demo bank brings its own telephones; with yours set DEMO=off'] : []),
    ...(isOn && !demo && numbers.length === 0
      ? ['DEMO_PHONE_NUMBERS: DEMO_PHONE needs the numbers of your test customers']
      : []),
    ...(!isOn && numbers.length > 0 ? ['DEMO_PHONE_NUMBERS: they are for DEMO_PHONE=on alone'] : []),
  ];
}
