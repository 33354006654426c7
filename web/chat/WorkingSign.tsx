import { useEffect, useState } from 'preact/hooks';
import { awaitsAnswer } from './awaitsAnswer.ts';
import { useTalk } from './talk.ts';

/** Answers that come sooner need no sign, and one that flickers is worse than none. */
const soon = 400;
/** Whatever takes longer is no work any more: the banner or the failed message says what it is. */
const patience = 60_000;

/** Three dots while the bot works at what was said last. */
export function WorkingSign() {
  const { activities, words } = useTalk();
  const awaited = awaitsAnswer(activities);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    setShown(false);
    if (awaited === undefined) return;
    const timers = [setTimeout(setShown, soon, true), setTimeout(setShown, patience, false)];
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [awaited]);
  return (
    <div className="working" role="status">
      {shown && (
        <span className="working__dots">
          <span className="visually-hidden">{words.working}</span>
          <i />
          <i />
          <i />
        </span>
      )}
    </div>
  );
}
