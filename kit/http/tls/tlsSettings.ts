import * as z from 'zod';
import type { TlsFiles } from './tlsFiles.ts';

/** What the bot and the bank's side, each in a process of its own, are given for TLS between them. */
export const tlsSettingsShape = {
  PROCESSOR_TLS_CERT: z.string().optional(),
  PROCESSOR_TLS_KEY: z.string().optional(),
  PROCESSOR_TLS_CA: z.string().optional(),
};

type TlsSettings = z.infer<z.ZodObject<typeof tlsSettingsShape>>;

/** @returns undefined where none are given */
export function tlsFiles(read: TlsSettings): TlsFiles | undefined {
  const { PROCESSOR_TLS_CERT, PROCESSOR_TLS_KEY, PROCESSOR_TLS_CA } = read;
  const files = {
    ...(PROCESSOR_TLS_CERT && { PROCESSOR_TLS_CERT }),
    ...(PROCESSOR_TLS_KEY && { PROCESSOR_TLS_KEY }),
    ...(PROCESSOR_TLS_CA && { PROCESSOR_TLS_CA }),
  };
  return Object.keys(files).length > 0 ? files : undefined;
}

/** A certificate and its key are of use together only. */
export function reasonsAgainstFiles({
  PROCESSOR_TLS_CERT: cert,
  PROCESSOR_TLS_KEY: key,
}: TlsSettings): string[] {
  return [
    ...(key && !cert ? ['PROCESSOR_TLS_CERT: PROCESSOR_TLS_KEY needs its certificate'] : []),
    ...(cert && !key ? ['PROCESSOR_TLS_KEY: PROCESSOR_TLS_CERT needs its key'] : []),
  ];
}
