import type { CDPSession, Page } from 'playwright-core';
import { patient } from '../runs/pace.ts';

type Said = { value?: unknown };
type AxNode = {
  ignored: boolean;
  role?: Said;
  name?: Said;
  properties?: { name: string; value: Said }[];
  backendDOMNodeId?: number;
};

/** A thing in the tree as a screen reader meets it. */
export type Met = { role: string; name: string; is: Readonly<Record<string, unknown>> };

/** Longer than a busy machine takes; conditions end the waiting. */
const patience = patient(20_000);

/** A page as its accessibility tree has it: things are found by what they are and what they are called, and by nothing else. */
export class AccessibilityTree {
  readonly #session: CDPSession;
  readonly #frameId: string | undefined;

  /** @param isFrame of the first frame in it instead */
  static async of(page: Page, isFrame = false): Promise<AccessibilityTree> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    if (!isFrame) return new AccessibilityTree(session);
    const { frameTree } = await session.send('Page.getFrameTree');
    return new AccessibilityTree(session, frameTree.childFrames?.[0]?.frame.id);
  }

  private constructor(session: CDPSession, frameId?: string) {
    this.#session = session;
    this.#frameId = frameId;
  }

  /** Everything in it, in its order. */
  async all(): Promise<Met[]> {
    return (await this.#nodes()).map(met);
  }

  /** Waits for the last thing of this role whose name is this or holds it. */
  async find(role: string, name: string | RegExp): Promise<Met> {
    return met(await this.#found(role, name));
  }

  /** Does what a screen reader does on a thing: its first action. */
  async press(role: string, name: string): Promise<void> {
    const { object } = await this.#session.send('DOM.resolveNode', {
      backendNodeId: placeOf(await this.#found(role, name)),
    });
    await this.#session.send('Runtime.callFunctionOn', {
      functionDeclaration: 'function () { this.click(); }',
      objectId: object.objectId ?? '',
    });
  }

  /** Goes into a field, types, and ends with Enter. */
  async write(name: string, text: string): Promise<void> {
    await this.#session.send('DOM.focus', { backendNodeId: placeOf(await this.#found('textbox', name)) });
    await this.#session.send('Input.insertText', { text });
    for (const type of ['keyDown', 'keyUp'] as const)
      await this.#session.send('Input.dispatchKeyEvent', {
        ...{ type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 },
        ...(type === 'keyDown' && { text: '\r' }),
      });
  }

  async #found(role: string, name: string | RegExp): Promise<AxNode> {
    const end = Date.now() + patience;
    let nodes: AxNode[] = [];
    while (Date.now() < end) {
      nodes = await this.#nodes();
      const found = nodes.findLast(
        (node) =>
          met(node).role === role &&
          (typeof name === 'string' ? met(node).name === name : name.test(met(node).name)),
      );
      if (found) return found;
    }
    const there = nodes.map(met).filter((one) => one.role === role || one.name !== '');
    throw new Error(
      `no ${role} is called ${name}, but: ${there.map((one) => `${one.role} ${one.name}`).join(' | ')}`,
    );
  }

  async #nodes(): Promise<AxNode[]> {
    const { nodes } = await this.#session.send(
      'Accessibility.getFullAXTree',
      this.#frameId === undefined ? {} : { frameId: this.#frameId },
    );
    return (nodes as AxNode[]).filter(({ ignored }) => !ignored);
  }
}

function met({ role, name, properties = [] }: AxNode): Met {
  const is = Object.fromEntries(properties.map((one) => [one.name, one.value.value]));
  return { role: String(role?.value ?? ''), name: String(name?.value ?? ''), is };
}

function placeOf({ backendDOMNodeId }: AxNode): number {
  if (backendDOMNodeId === undefined) throw new Error('it has no element');
  return backendDOMNodeId;
}
