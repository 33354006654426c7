import type { Language } from '../../kit/language.ts';

const simplified = [
  'PingFang SC',
  'Noto Sans SC',
  'Noto Sans CJK SC',
  'Microsoft YaHei',
  'Source Han Sans SC',
];
const traditional = ['PingFang TC', 'PingFang HK', 'Noto Sans TC', 'Noto Sans CJK TC', 'Microsoft JhengHei'];

/** The device's own faces; the same character is drawn differently in the two scripts, so the order matters. */
function fonts(language: Language): string {
  const chinese = language === 'zh-Hant' ? [...traditional, ...simplified] : [...simplified, ...traditional];
  const faces = ['Segoe UI', 'Roboto', 'Helvetica Neue', 'Arial', ...chinese].map((face) => `'${face}'`);
  const own = property('--fonts');
  return [...(own ? [own] : []), '-apple-system', ...faces, 'sans-serif'].join(', ');
}

const line = '#c9d3dc';

/** What the page's style sheet says, or the bank's own. */
function property(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Web Chat's style options: calm, large enough to read, nothing that a conversation about a card does not need. */
export function look(language: Language): Record<string, unknown> {
  const [ink, quiet, blue] = ['--ink', '--quiet', '--blue'].map(property);
  const corner = Number.parseInt(property('--corner') || '14', 10);
  return {
    primaryFont: fonts(language),
    accent: blue,
    subtle: quiet,
    backgroundColor: 'transparent',
    fontSizeSmall: '85%',
    transitionDuration: '0s',
    emojiSet: {},
    bubbleBackground: '#fff',
    bubbleBorderColor: line,
    bubbleBorderRadius: corner,
    bubbleTextColor: ink,
    bubbleMinWidth: 0,
    bubbleMaxWidth: 560,
    bubbleFromUserBackground: blue,
    bubbleFromUserBorderColor: blue,
    bubbleFromUserBorderRadius: corner,
    bubbleFromUserTextColor: '#fff',
    hideUploadButton: true,
    disableFileUpload: true,
    sendBoxHeight: 56,
    sendBoxTextWrap: true,
    sendBoxBorderTop: `solid 1px ${line}`,
    sendBoxTextColor: ink,
    sendBoxPlaceholderColor: quiet,
    sendBoxButtonColor: blue,
    suggestedActionLayout: 'flow',
    suggestedActionBorderRadius: 20,
    suggestedActionBorderWidth: 1,
    suggestedActionBorderColor: blue,
    suggestedActionTextColor: blue,
    suggestedActionHeight: 44,
    groupTimestamp: 60_000,
    // What cannot be sent now is kept and sent later; so long Web Chat itself waits at most.
    sendTimeout: 300_000,
    hideToaster: true,
  };
}
