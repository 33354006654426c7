import { type Language, languages } from '../kit/language.ts';
import type { PageFiles } from '../kit/pages/builtPages.ts';
import { escaped } from '../kit/pages/htmlPage.ts';
import { page } from '../words/page.ts';
import type { Brand } from './brand.ts';
import { brandedTexts } from './brandedWords.ts';
import { styleOf } from './look.ts';

/**
 * Style rules that show only the texts in the page's language. They also work after its script has changed the
 * language.
 */
const ofOneLanguage = languages
  .map((language) => `:root[lang="${language}"] .foot:not([lang="${language}"]){display:none}`)
  .join('');

/** The parts of a page's HTML that come from the brand. */
export function brandedPage(brand: Brand, agentPhone: string | undefined) {
  const texts = brandedTexts(brand, 'page', page);
  /** The addresses of the logos, under the names that the pages use. */
  const logosOf = (files: PageFiles) => ({
    ...(brand.logo !== undefined && { logo: files['logo.svg']?.path }),
    ...(brand.logoDark !== undefined && { logoDark: files['logoDark.svg']?.path }),
  });
  return {
    texts,
    themeColour: brand.look?.header ?? '#0b3d5c',
    /** The bank's colours, corners and fonts, to be placed after the page's own style sheet. */
    style: (nonce: string) =>
      `<style nonce="${nonce}">${brand.look ? styleOf(brand.look) : ''}${ofOneLanguage}</style>`,
    /** The bank's logo, with its name as the text alternative. */
    logo: (files: PageFiles, language: Language) => {
      const { logo, logoDark } = logosOf(files);
      const atNight = logoDark ? `<source media="(prefers-color-scheme: dark)" srcset="${logoDark}">` : '';
      const image = `<img class="logo" src="${logo}" alt="${escaped(brand.bank[language])}">`;
      return logo ? `<picture>${atNight}${image}</picture>` : '';
    },
    logosOf,
    bank: brand.bank,
    /** What the footer says, for a page that draws it itself; undefined where there is nothing to say. */
    footOf: (language: Language) => footOf(language, brand, texts[language], agentPhone),
    /**
     * The footer in every language: the links that a bank must show, the number to call, and how to recognise the
     * bank's page.
     */
    foot: () =>
      languages
        .map((language) => footIn(language, footOf(language, brand, texts[language], agentPhone)))
        .join(''),
  };
}

/** How to recognise the bank's page, and its links. */
type Foot = { genuine: string | undefined; links: readonly { to: string; text: string }[] };

function footOf(
  language: Language,
  { isNamed, legal, helpLine, genuine }: Brand,
  texts: (typeof page)[Language],
  agentPhone: string | undefined,
): Foot | undefined {
  const phone = helpLine ?? agentPhone;
  const links = [
    { to: phone && `tel:${phone.replace(/[ -]/g, '')}`, text: `${texts.help} ${phone}` },
    { to: legal.privacy, text: texts.privacy },
    { to: legal.terms, text: texts.terms },
    { to: legal.complaint, text: texts.complaint },
  ].flatMap(({ to, text }) => (to === undefined ? [] : [{ to, text }]));
  if (!isNamed || (links.length === 0 && !genuine)) return undefined;
  return { genuine: genuine && `${texts.genuine}: ${genuine[language]}`, links };
}

function footIn(language: Language, foot: Foot | undefined): string {
  if (!foot) return '';
  const proof = foot.genuine === undefined ? '' : `<p>${escaped(foot.genuine)}</p>`;
  const links = foot.links.map(({ to, text }) => `<a href="${escaped(to)}">${escaped(text)}</a>`);
  return `<footer class="foot" lang="${language}">${proof}<p>${links.join(' ')}</p></footer>`;
}
