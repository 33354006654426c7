/** What the bank's people may do. Somebody can have several of them, and with none comes in nowhere. */
export const roles = ['agent', 'supervisor', 'operator', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** How the bank's directory calls the roles: the names of each that stand in one claim of its tokens. */
export type RoleNames = { claim: string; names: Readonly<Record<Role, readonly string[]>> };

/**
 * The roles that somebody has by what the provider says of them.
 * @param claims of an ID token (OpenID Connect Core 1.0, section 2) or of the UserInfo Endpoint
 */
export function rolesIn(claims: object, { claim, names }: RoleNames): Role[] {
  const had = listed(claimIn(claims, claim));
  return roles.filter((role) => names[role].some((name) => had.includes(name)));
}

export function hasClaim(claims: object, { claim }: RoleNames): boolean {
  return claimIn(claims, claim) !== undefined;
}

/** A claim by its whole name, or else by a path with dots, as `realm_access.roles`. */
function claimIn(claims: object, name: string): unknown {
  const own = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  return own(claims, name) ?? name.split('.').reduce(own, claims);
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
