import { botEvents } from '../../../bot/events/eventsTables.ts';
import { MissedSentenceRows } from '../../../bot/events/missedSentencesTable.ts';
import type { EventRow } from '../../../kit/events/eventTables.ts';
import { EventWriting } from '../../../kit/events/writeEvents.ts';
import { instant, later, minutes } from '../../../kit/time.ts';
import { boundOf } from '../../../services/contract/timesTaken.ts';
import { bankEvents } from '../../../services/events/bankEventsTables.ts';
import type { OperatorService } from '../../services/operatorPage/operatorService.ts';

/** Three hundred conversations of a day, most of which go well. */
export async function playDay({ bank }: OperatorService): Promise<void> {
  const now = bank.now();
  const stages = ['begun', 'cardNamed', 'frozen', 'requested', 'attempted', 'unfrozen'];
  const steps = ['cardNumber', 'unfreezeQuestion', 'identityDocument', 'transactionPassword', 'secureLink'];
  const reasons = ['transactionPasswordErrors', 'customerRequest', 'abnormalTransaction'];
  const empty = {
    channel: '',
    language: '',
    step: '',
    outcome: '',
    reason: '',
    policy: '',
    release: '0.1.0',
  };
  const conversations: EventRow[] = [];
  const unfrozen: EventRow[] = [];
  const turns: EventRow[] = [];
  for (let number = 0; number < 300; number += 1) {
    const subject = `${String(number).padStart(8, '0')}-7b1d-4e2a-9c5f-0a1b2c3d4e5f`;
    const at = instant(later(now, -((number * 37) % 1380) * minutes));
    const channel = ['webChat', 'sms', 'voice', 'webChat'][number % 4] ?? 'webChat';
    const language = ['zh-Hans', 'en', 'zh-Hant'][number % 3] ?? 'en';
    const far = number % 10 < 6 ? 6 : 1 + (number % 5);
    const shared = { ...empty, at, subject, channel, language };
    const tell = (some: Partial<EventRow>) =>
      conversations.push({ ...shared, kind: 'reached', ...some, id: `${subject}.${conversations.length}` });
    for (const step of stages.slice(0, far)) tell({ step });
    for (const [place, step] of steps.slice(0, Math.min(far, 4)).entries()) {
      tell({ kind: 'entered', step });
      if (place + 1 < far) tell({ kind: 'left', step, outcome: 'on' });
      else if (number % 2 === 0) tell({ kind: 'left', step, outcome: 'out' });
    }
    for (let turn = 0; turn <= far; turn += 1) {
      const outcome = boundOf((number * 53 + turn * 211) % 1400);
      turns.push({ ...shared, language: '', id: `${subject}.turn.${turn}`, kind: 'turn', outcome });
    }
    if (number % 17 === 0) {
      tell({ kind: 'handedOver', reason: 'askedForPerson' });
      tell({ kind: 'personAnswered', outcome: boundOf(20_000 + ((number * 7919) % 400_000)) });
    }
    if (far === 6 && number % 17 > 0) {
      tell({ kind: 'contained', step: 'unfrozen' });
      if (number % 20 === 0) tell({ kind: 'uncontained', step: 'unfrozen', reason: 'returned' });
    }
    if (far === 6 && channel === 'webChat') {
      tell({ kind: 'askedWhetherSolved', step: 'unfrozen' });
      if (number % 3 > 0)
        tell({ kind: 'solved', step: 'unfrozen', outcome: number % 9 === 1 ? 'no' : 'yes' });
    }
    if (far === 6)
      unfrozen.push({ ...shared, id: subject, kind: 'cardUnfrozen', reason: reasons[number % 3] ?? '' });
  }
  const missed = ['can you • sing', '网点几点开门呢', '我想問一下利率', 'can you • sing'].map(
    (words, number) => {
      const language = ['en', 'zh-Hans', 'zh-Hant', 'en'][number] ?? 'en';
      const at = instant(later(now, -number * minutes));
      return { id: `missed ${number}`, at, language, channel: 'webChat', step: 'nothingBegun', words };
    },
  );
  await bank.store.transaction([], async (manager) => {
    await new EventWriting(botEvents).write(manager, conversations, turns);
    await new EventWriting(bankEvents).write(manager, unfrozen);
    await manager.insert(MissedSentenceRows, missed);
  });
}
