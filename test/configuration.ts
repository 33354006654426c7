import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { botSettingsShape } from '../bot/config.ts';
import { inFile } from '../kit/secretFiles.ts';
import { isSecret } from '../kit/secretSetting.ts';
import { bankSettingsShape } from '../services/bankSettings.ts';
import { processorSettingsShape } from '../services/config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const shapes: [string, z.ZodRawShape][] = [
  ['bot', botSettingsShape],
  ['processor', processorSettingsShape],
  ['commands', bankSettingsShape],
];
type Described = { default?: unknown; type?: string; enum?: string[]; format?: string } & Partial<
  Record<'minimum' | 'maximum' | 'minLength', number>
>;

/** The page of all settings: what `.env.example` says of each, beside what the programs take. */
export function configurationPage(): string {
  const [intro = [], ...groups] = groupsOf(readFileSync(join(root, '.env.example'), 'utf8'));
  const parts = groups.map(({ words, names }) => {
    const rows = names.map((name) => `| ${rowOf(name).join(' | ')} |`);
    return [
      words,
      '',
      '| Setting | Read by | Default | What may stand there |',
      '| --- | --- | --- | --- |',
      ...rows,
    ];
  });
  const { words = '' } = intro as { words?: string };
  return `${['# Configuration', '', opening, '', words, ...parts.flatMap((part) => ['', ...part])].join('\n')}\n`;
}

const opening =
  'Made by `npm run configuration` from the schemas that the programs read their settings with, and from ' +
  '[`.env.example`](../.env.example).\n“Commands” are those of `npx thawline`. A setting that is wrong ends a start with 2 and ' +
  'is named with its reason, all at once.';

type Group = { words: string; names: string[] };

/** The paragraphs of the example, each with the settings below it. */
function groupsOf(example: string): Group[] {
  return example
    .trim()
    .split(/\n\n+/)
    .map((paragraph) => {
      const lines = paragraph.split('\n');
      const words = lines.filter((line) => /^#( |$)/.test(line)).map((line) => line.slice(2));
      const names = lines.flatMap((line) => /^#(\w+)=/.exec(line)?.[1] ?? []);
      return { words: escaped(words.join('\n')), names };
    });
}

/** What Markdown would take for its own. */
function escaped(words: string): string {
  return words
    .replace(/[<>]/g, (sign) => `\\${sign}`)
    .replace(/(?<![`\w])\b([A-Z][A-Z_]{3,}…?)(?!\w)/g, '`$1`');
}

function rowOf(name: string): string[] {
  const readers = shapes.filter(([, shape]) => name in shape);
  const schema = readers[0]?.[1][name] as z.ZodType | undefined;
  if (!schema) return [`\`${name}\``, 'nobody', '', ''];
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described;
  const usual = described.default ?? primitive(schema.safeParse(undefined).data);
  return [
    `\`${name}\`${isSecret(schema) ? `, \`${inFile(name)}\`` : ''}`,
    readers.map(([reader]) => reader).join(', '),
    usual === undefined || usual === ''
      ? '–'
      : `\`${typeof usual === 'object' ? JSON.stringify(usual) : usual}\``,
    takes(described),
  ];
}

/** What a setting is where none is given, if that can be written down. */
function primitive(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function takes({ type, enum: words, format, minimum, maximum, minLength }: Described): string {
  if (words) return words.map((word) => `\`${word}\``).join(', ');
  if (type === 'integer' || type === 'number') return `a number, ${minimum ?? '…'} to ${maximum ?? '…'}`;
  if (format === 'uri') return 'an address';
  if (minLength !== undefined && minLength > 1) return `${minLength} characters or more`;
  return 'text, as above';
}
