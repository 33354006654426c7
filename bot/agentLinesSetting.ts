import * as z from 'zod';

const line =
  /^[ ]*([^=,]{1,100})=(\+[1-9]\d{6,14}|sips?:[\w.+-]{1,64}@[a-z\d.-]{1,253}(?::\d{1,5})?(?:;transport=(?:udp|tcp|tls))?)[ ]*$/i;

/** `wang=sip:wang@pbx.bank.example,li=+442071234567`: the telephones of agents, by their logins. */
export const agentLines = z
  .string()
  .default('')
  .transform((written, context): ReadonlyMap<string, string> => {
    const named = written.split(',').filter((one) => one.trim() !== '');
    const lines = named.map((one) => line.exec(one));
    const known = lines
      .filter((one) => one !== null)
      .map(([, login = '', to = '']) => [login.trim(), to] as const);
    if (known.length !== named.length)
      context.addIssue({
        code: 'custom',
        message:
          'must be login=telephone with commas between: a number such as +442071234567, or sip:name@pbx.bank.example',
      });
    return new Map(known);
  });
