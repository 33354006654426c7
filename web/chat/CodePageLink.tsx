import { CodePage } from '../../services/contract/codePage.ts';

/** Another page of the bank's, in the same browser. */
export function CodePageLink({ content }: { content: unknown }) {
  const page = CodePage.safeParse(content);
  if (!page.success) return null;
  const { address, label, language } = page.data;
  return (
    <p className="result__ways code-page">
      <a className="result__way" href={address} lang={language} rel="noopener noreferrer" target="_blank">
        {label}
      </a>
    </p>
  );
}
