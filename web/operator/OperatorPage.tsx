import { useEffect, useState } from 'preact/hooks';
import { type Language, languages } from '../../kit/language.ts';
import { operatorAddresses as addresses } from '../../services/contract/operatorAddresses.ts';
import { shortLanguageNames } from '../../words/languageNames.ts';
import { type OperatorWords, operatorPage } from '../../words/operatorPage.ts';
import { keepLanguage } from '../kit/pageLanguage.ts';
import { ApprovalsView } from './Approvals.tsx';
import { askOperator } from './asking.ts';
import { CardView } from './CardView.tsx';
import { MattersView } from './Matters.tsx';
import { Today } from './Today.tsx';
import { Trail } from './Trail.tsx';

type Me = { login: string; name: string; roles: readonly string[] };
const views = ['today', 'card', 'matters', 'approvals', 'trail'] as const;
type View = (typeof views)[number];
/** Who is let in to read; who may change something is the service's to say. */
const readers = ['operator', 'supervisor', 'auditor'];

/** The whole page: who is logged in, and what they look at. */
export function OperatorPage({ firstLanguage }: { firstLanguage: Language }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  const [view, setView] = useState<View>(viewNow);
  const words = operatorPage[language];
  useEffect(() => {
    askOperator<Me>(addresses.me).then(setMe, () => setMe(null));
    const moved = () => setView(viewNow());
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${words.title} · Thawline`;
  }, [language, words]);
  const isReader = me?.roles.some((role) => readers.includes(role)) ?? false;
  const chooses = (chosen: Language) => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <>
      <header class="header">
        <h1>{words.title}</h1>
        <select
          aria-label={words.language}
          value={language}
          onChange={({ currentTarget }) => chooses(currentTarget.value as Language)}
        >
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {shortLanguageNames[one]}
            </option>
          ))}
        </select>
        {me && <span class="me">{me.name}</span>}
        {me && (
          <button type="button" onClick={leaves}>
            {words.logOut}
          </button>
        )}
      </header>
      {isReader && (
        <nav class="tabs" aria-label={words.title}>
          {views.map((one) => (
            <a key={one} href={`#${one}`} aria-current={view === one ? 'page' : undefined}>
              {words[one]}
            </a>
          ))}
        </nav>
      )}
      <main>
        {me && (isReader ? shown(view, { words, language, me }) : <LogIn words={words} why="withoutRole" />)}
        {me === null && <LogIn words={words} />}
      </main>
    </>
  );
}

function shown(view: View, shared: { words: OperatorWords; language: Language; me: Me }) {
  switch (view) {
    case 'today':
      return <Today {...shared} />;
    case 'card':
      return <CardView {...shared} acts={shared.me.roles.includes('operator')} />;
    case 'matters':
      return <MattersView {...shared} acts={shared.me.roles.includes('operator')} />;
    case 'approvals':
      return <ApprovalsView {...shared} />;
    case 'trail':
      return <Trail {...shared} />;
  }
}

function LogIn({ words, why }: { words: OperatorWords; why?: keyof OperatorWords['login'] }) {
  const known: Readonly<Record<string, string>> = words.login;
  const said = known[why ?? new URLSearchParams(location.search).get('login') ?? ''] ?? words.logInFirst;
  return (
    <section class="paper narrow">
      <p role="status">{said}</p>
      <a class="button" href={addresses.logIn}>
        {words.logIn}
      </a>
    </section>
  );
}

function viewNow(): View {
  const [named] = location.hash.slice(1).split('/');
  return views.find((one) => one === named) ?? 'today';
}

async function leaves(): Promise<void> {
  const { goTo } = await askOperator<{ goTo: string }>(addresses.logOut, {});
  location.assign(goTo);
}
