import { useTalk } from './talk.ts';

/** What the bot offers, for as long as nothing else was said. */
export function Choices() {
  const { activities, words, isClosed, give, focusBox } = useTalk();
  const last = activities.findLast(({ type }) => type === 'message');
  const actions = last?.from?.role === 'bot' && !isClosed ? (last.suggestedActions?.actions ?? []) : [];
  if (actions.length === 0) return null;
  const takes = (text: string) => {
    give({ type: 'message', text });
    focusBox();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div aria-label={words.choices} className="choices" role="group">
      {actions.map(({ title, value }) => (
        <button
          className="choices__one"
          key={title}
          onClick={() => takes(typeof value === 'string' ? value : title)}
          type="button"
        >
          {title}
        </button>
      ))}
    </div>
  );
}
