import sinon from 'sinon';
import type { CaseBook } from '../../dialogs/state/caseBook.ts';

/** A case book that knows of no case. */
export function stubbedCases(): sinon.SinonStubbedInstance<CaseBook> {
  const cases: sinon.SinonStubbedInstance<CaseBook> = {
    note: sinon.stub(),
    noteRequest: sinon.stub(),
    close: sinon.stub(),
    hasMoved: sinon.stub(),
    code: sinon.stub(),
    takeByCode: sinon.stub(),
    languageByPhone: sinon.stub(),
    takeByPhone: sinon.stub(),
  };
  cases.hasMoved.resolves(false);
  cases.languageByPhone.resolves(undefined);
  cases.takeByCode.resolves({ outcome: 'refused' });
  cases.takeByPhone.resolves({ outcome: 'refused' });
  return cases;
}
