/** A longer text, in UTF-16 units, is rare, and read whenever it is asked for. */
const longest = 500;
/** More texts than this are not kept side by side: those of the customers who write in the same moment. */
const most = 32;

/**
 * Reads a text once, however many of a turn's listeners ask for it. What was read is forgotten at the end of the present turn of
 * the event loop, so that a customer's words stay nowhere. What is returned must not be changed.
 */
export function readOnce<Made>(read: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, { made: Made }>();
  const forget = () => known.clear();
  return (text) => {
    const found = known.get(text);
    if (found) return found.made;
    const made = read(text);
    if (text.length > longest || known.size >= most) return made;
    if (known.size === 0) setImmediate(forget);
    known.set(text, { made });
    return made;
  };
}
