import * as z from 'zod';
import { Language } from '../../kit/language.ts';

/** The content type of the attachment that opens the page where a code is entered. */
export const codePageContentType = 'application/vnd.thawline.code-page+json';

/** That page for the browser in which the case was begun, and what stands on its link. */
export const CodePage = z.object({
  address: z.url({ protocol: /^https?$/ }),
  label: z.string(),
  language: Language,
});
export type CodePage = z.infer<typeof CodePage>;
