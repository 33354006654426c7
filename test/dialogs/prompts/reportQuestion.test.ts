import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { standing } from '../../../dialogs/prompts/question.ts';
import { confirmsReport, ReportQuestion } from '../../../dialogs/prompts/reportQuestion.ts';
import type { Speaker } from '../../../dialogs/state/speaker.ts';
import { utteranceOf } from '../../../dialogs/state/utterance.ts';

const open = standing(new ReportQuestion({ speaker: {} as Speaker }), { about: {}, troubles: {} });
const said = (text: string) => utteranceOf({ type: 'message', text } as Activity);

describe('the question whether it is a report', () => {
  it('takes a yes, its choice ', () => {
    for (const text of ['yes', 'Yes, report it', '是', '是的，我要通報'])
      assert.ok(confirmsReport(said(text)), text);
  });

  it('takes a no, and a wish to go on or to unfreeze, for none', () => {
    for (const text of [
      'no',
      'No, go on',
      'go on',
      '不是',
      '繼續辦理',
      'unfreeze my card',
      'ok unfreeze it then',
    ]) {
      assert.ok(!confirmsReport(said(text)), text);
      assert.ok(open.isAnsweredBy(said(text)), text);
    }
  });

  it('takes nothing else for either', () => {
    for (const text of ['hm', 'what is the weather', '嗯哼']) {
      assert.ok(!confirmsReport(said(text)), text);
      assert.ok(!open.isAnsweredBy(said(text)), text);
    }
  });
});
