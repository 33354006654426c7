import { awaitsAnswer } from './awaitsAnswer.ts';
import type { TypingIndicatorMiddleware } from './globals.ts';

/** Answers that come sooner need no sign, and one that flickers is worse than none. */
const soon = 400;
/** Whatever takes longer is no work any more: the banner or the failed message says what it is. */
const patience = 60_000;

/** Three dots while the bot works at what was said last. */
function WorkingSign({ label }: { label: string }) {
  const [activities] = WebChat.hooks.useActivities();
  const awaited = awaitsAnswer(activities);
  const [shown, setShown] = React.useState(false);
  React.useEffect(() => {
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
          <span className="visually-hidden">{label}</span>
          <i />
          <i />
          <i />
        </span>
      )}
    </div>
  );
}

export function workingSign(label: string): TypingIndicatorMiddleware {
  return () => () => () => <WorkingSign label={label} />;
}
