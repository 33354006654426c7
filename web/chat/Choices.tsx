import { useState } from 'preact/hooks';
import { useTalk } from './talk.ts';

/** So many stand there at once in large print; the others behind a button. */
const fewer = 2;

/** What the bot offers, for as long as nothing else was said; in large print a person is always among it. */
export function Choices() {
  const { activities, words, comfort, isClosed, give, focusBox } = useTalk();
  const [unfolded, setUnfolded] = useState<unknown>();
  const last = activities.findLast(({ type }) => type === 'message');
  const offered = last?.from?.role === 'bot' && !isClosed ? (last.suggestedActions?.actions ?? []) : [];
  const { largePrint } = comfort;
  const others = largePrint ? offered.filter(({ title }) => title !== words.person) : offered;
  const shown = largePrint && unfolded !== last ? others.slice(0, fewer) : others;
  const takes = (text: string) => {
    give({ type: 'message', text });
    focusBox();
  };
  if (isClosed || (offered.length === 0 && !largePrint)) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div aria-label={words.choices} className="choices" role="group">
      {shown.map(({ title, value }) => (
        <button
          className="choices__one"
          key={title}
          onClick={() => takes(typeof value === 'string' ? value : title)}
          type="button"
        >
          {title}
        </button>
      ))}
      {shown.length < others.length && (
        <button className="choices__one" onClick={() => setUnfolded(last)} type="button">
          {words.moreChoices}
        </button>
      )}
      {largePrint && (
        <button className="choices__one choices__person" onClick={() => takes(words.person)} type="button">
          {words.person}
        </button>
      )}
    </div>
  );
}
