import type * as z from 'zod';

/** The operator's words for a rule where the setting's own schema has none. */
export function settingWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_value') return `must be ${either(issue.values.map(String))}`;
  if (issue.code === 'invalid_format') return formats[issue.format];
  return undefined;
}

const formats: Readonly<Record<string, string>> = {
  url: 'must be an address that begins with https:// or, on this machine, http://',
  uuid: 'must be an id such as 0f8fad5b-d9cb-469f-a165-70867728950e',
};

function either(values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
}
