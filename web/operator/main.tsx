import '../kit/withoutEval.ts';
import { render } from 'preact';
import type { Language } from '../../kit/language.ts';
import { pageLanguage } from '../kit/pageLanguage.ts';
import { OperatorPage } from './OperatorPage.tsx';

const page = document.querySelector<HTMLElement>('#page');
if (page) render(<OperatorPage firstLanguage={pageLanguage() as Language} />, page);
