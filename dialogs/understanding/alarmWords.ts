import type { AlarmWords } from './alarmKind.ts';
import { chineseAlarms } from './alarmWordsChinese.ts';
import { englishAlarms } from './alarmWordsEnglish.ts';

/** What an alarm sounds like, in three languages. */
export const alarmWords: readonly AlarmWords[] = [...englishAlarms, ...chineseAlarms];
