import * as z from 'zod';
import type { TlsFiles } from './tlsFiles.ts';

/** The settings for TLS between the bot and the bank's side where each runs in its own process. */
export const tlsSettingsShape = {
  PROCESSOR_TLS_CERT: z.string().optional(),
  PROCESSOR_TLS_KEY: z.string().optional(),
  PROCESSOR_TLS_CA: z.string().optional(),
};

type TlsSettings = z.infer<z.ZodObject<typeof tlsSettingsShape>>;

/** @returns undefined where no file is set */
export function tlsFiles(read: TlsSettings): TlsFiles | undefined {
  const { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY, PROCESSOR_TLS_CA } = read;
  const files = {
    ...(PROCESSOR_TLS_CERT && { PROCESSOR_TLS_CERT }),
    ...(PROCESSOR_TLS_KEY && { PROCESSOR_TLS_KEY }),
    ...(PROCESSOR_TLS_CA && { PROCESSOR_TLS_CA }),
  };
  return Object.keys(files).length > 0 ? files : undefined;
}

/** A certificate is useless without its key, so both must be set, or neither. */
export function reasonsAgainstFiles({
  PROCESSOR_TLS_CERT: cert,
  PROCESSOR_TLS_KEY: key,
}: TlsSettings): string[] {
  return [
    ...(key && !cert ? ['PROCESSOR_TLS_CERT: PROCESSOR_TLS_KEY needs its certificate'] : []),
    ...(cert && !key ? ['PROCESSOR_TLS_KEY: PROCESSOR_TLS_CERT needs its key'] : []),
  ];
}
