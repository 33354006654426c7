import * as z from 'zod';
import { Language } from '../../kit/language.ts';

/** The content type of the attachment that opens the page for entering a code. */
export const codePageContentType = 'application/vnd.thawline.code-page+json';

/** The page's address for the browser that began the case, and the text of its link. */
export const CodePage = z.object({
  address: z.url({ protocol: /^https?$/ }),
  label: z.string(),
  language: Language,
});
export type CodePage = z.infer<typeof CodePage>;
