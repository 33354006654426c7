import type { ChildProcess } from 'node:child_process';

/** Keys by their names (WebDriver, table of 17.4.2). */
export const named: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE006',
  Space: ' ',
  Shift: '\uE008',
};

/** The reference by which WebDriver names an element in JSON (WebDriver, 12.1). */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

/** The actions of typing (WebDriver, 17). */
export const typing = (keys: readonly string[]) => [
  {
    type: 'key',
    id: 'keyboard',
    actions: keys
      .flatMap((key) => (key.startsWith('Shift+') || key in named ? [key] : [...key]))
      .flatMap(pressedAndLetGo),
  },
];

/** A key alone, or one that is pressed while Shift is held. */
function pressedAndLetGo(key: string): object[] {
  const [, other] = /^Shift\+(.+)$/.exec(key) ?? [];
  const shift = (type: string) => ({ type, value: named.Shift });
  if (other !== undefined) return [shift('keyDown'), ...pressedAndLetGo(other), shift('keyUp')];
  return ['keyDown', 'keyUp'].map((type) => ({ type, value: named[key] ?? key }));
}

/** The actions of a press in the middle of an element. @param origin the element, as the protocol names it */
export const pressing = (origin: object) => [
  {
    type: 'pointer',
    id: 'mouse',
    actions: [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];

/** Brings an element into the window first, as a person does: a pointer reaches nothing outside of it. */
export const broughtIntoView = (expression: string) =>
  `(() => { const found = ${expression}; found?.scrollIntoView({ block: 'center' }); return found; })()`;

export const asJson = (expression: string) => `JSON.stringify(${expression})`;
export const parsed = (value: unknown): unknown =>
  typeof value === 'string' ? JSON.parse(value) : undefined;

/** Ends a process, and waits until it has. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await exit;
}
