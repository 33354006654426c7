import * as z from 'zod';
import { isLoopback } from '../isLoopback.ts';
import { secret } from '../secretSetting.ts';
import { type Role, type RoleNames, roles } from './roles.ts';

const form = 'must be claim=groups and names of the roles, agent=card-desk, with commas between';

/** The settings of the log-in of the bank's people; `.env.example` says what each is for. */
export const loginSettingsShape = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: secret(z.string().optional()),
  OIDC_SCOPE: z
    .string()
    .regex(/^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/, 'must be openid and others, with blanks between')
    .default('openid profile'),
  OIDC_ROLES: z
    .string()
    .transform((written, context): RoleNames => {
      const read = roleNames(written);
      if (read) return read;
      context.addIssue({ code: 'custom', message: `${form}; a role is ${roles.join(', ')}` });
      return z.NEVER;
    })
    .optional(),
};
type Read = z.infer<z.ZodObject<typeof loginSettingsShape>>;

/** The bank's identity provider, and what its tokens say of roles. */
export type ProviderAddress = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  scope: string;
  roles: RoleNames;
};

/** Undefined where nobody of the bank logs in here. */
export function providerAt(read: Read): ProviderAddress | undefined {
  const { OIDC_ISSUER: issuer, OIDC_ROLES: names } = read;
  if (issuer === undefined || names === undefined) return undefined;
  return {
    issuer,
    clientId: read.OIDC_CLIENT_ID ?? '',
    clientSecret: read.OIDC_CLIENT_SECRET ?? '',
    scope: read.OIDC_SCOPE,
    roles: names,
  };
}

/** What stands against it, each reason with its setting. */
export function reasonsAgainstLogin(read: Read): string[] {
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const;
  const given = needed.filter((name) => read[name] !== undefined);
  if (given.length === 0) return [];
  const issuer = read.OIDC_ISSUER === undefined ? undefined : new URL(read.OIDC_ISSUER);
  return [
    ...needed
      .filter((name) => !given.includes(name))
      .map((name) => `${name}: the log-in needs it beside ${given.join(', ')}`),
    ...(issuer?.protocol === 'http:' && !isLoopback(issuer.hostname)
      ? ['OIDC_ISSUER: another machine must be reached over https']
      : []),
  ];
}

/** @returns undefined where it cannot be read, or nobody could have a role by it */
function roleNames(written: string): RoleNames | undefined {
  const names: Record<Role, string[]> = { agent: [], supervisor: [], operator: [], auditor: [] };
  let claim: string | undefined;
  for (const part of written.split(',')) {
    const [key = '', ...rest] = part.trim().split('=');
    const value = rest.join('=').trim();
    if (value === '') return undefined;
    if (key === 'claim' && claim === undefined) claim = value;
    else if (isRole(key)) names[key].push(value);
    else return undefined;
  }
  const isUsable = claim !== undefined && roles.some((role) => names[role].length > 0);
  return isUsable && claim !== undefined ? { claim, names } : undefined;
}

function isRole(name: string): name is Role {
  return (roles as readonly string[]).includes(name);
}
