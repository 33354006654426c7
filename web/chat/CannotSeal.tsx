import { useTalk } from './talk.ts';

/** Web Crypto is there on https alone, and not in old browsers; sending a secret open is no other way. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** Says in place of the form why there is none, and what to do. */
export function CannotSeal() {
  const { words, give } = useTalk();
  return (
    <>
      <p className="secure-form__problem" role="alert">
        {words.cannotSeal}
      </p>
      <button
        className="secure-form__submit"
        onClick={() => give({ type: 'message', text: words.sendLink })}
        type="button"
      >
        {words.sendLink}
      </button>
    </>
  );
}
