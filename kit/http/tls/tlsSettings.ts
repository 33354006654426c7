import * as z from 'zod';
import type { LinkFiles, TlsFiles } from './tlsFiles.ts';

const file = z.string().optional();

/** The settings for TLS between the bot and the bank's side where each runs in its own process. */
export const tlsSettingsShape = {
  PROCESSOR_TLS_CERT: file,
  PROCESSOR_TLS_KEY: file,
  PROCESSOR_TLS_CA: file,
};

type TlsSettings = { readonly [Each in keyof TlsFiles]?: string | undefined };

/** @returns undefined where no file is set */
export function tlsFiles(read: TlsSettings): TlsFiles | undefined {
  return filesOf('PROCESSOR', read);
}

/** A certificate is useless without its key, so both must be set, or neither. */
export function reasonsAgainstFiles(read: TlsSettings): string[] {
  return reasonsAgainstLink('PROCESSOR', read);
}

/** The files of a link among settings; undefined where none is set. */
export function filesOf<Files extends LinkFiles = LinkFiles>(
  link: string,
  read: { readonly [name: string]: unknown },
): Files | undefined {
  const names = ['CERT', 'KEY', 'CA'].map((purpose) => `${link}_TLS_${purpose}`);
  const files = Object.fromEntries(names.flatMap((name) => (read[name] ? [[name, read[name]]] : [])));
  return Object.keys(files).length > 0 ? (files as Files) : undefined;
}

/** What stands against the files of a link, each reason with its setting. */
export function reasonsAgainstLink(link: string, read: { readonly [name: string]: unknown }): string[] {
  const [cert, key] = [`${link}_TLS_CERT`, `${link}_TLS_KEY`];
  return [
    ...(read[key] && !read[cert] ? [`${cert}: ${key} needs its certificate`] : []),
    ...(read[cert] && !read[key] ? [`${key}: ${cert} needs its key`] : []),
  ];
}
