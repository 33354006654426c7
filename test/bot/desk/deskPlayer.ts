import type { DeskService } from './deskService.ts';

/** One desk as agents have it, whatever page they sit at: what they do, and what they see. */
export type DeskPlayer = {
  service: DeskService;
  /** The agents are at their desks, and what is to be brought to them is there. */
  looks(): Promise<void>;
  /** The newest case that nobody has. */
  newest(): Promise<string>;
  claims(id: string, agent: string): Promise<string>;
  /** @param times how often the desk sends the same words @returns what came of it */
  writes(id: string, agent: string, text: string, times?: number): Promise<string>;
  verifies(id: string, agent: string): Promise<string>;
  unfreezes(id: string, agent: string): Promise<string>;
  passes(id: string, agent: string, to: string | null): Promise<void>;
  closes(id: string, agent: string): Promise<void>;
  /** What was said since the handoff, each with who says it: `customer: Hello`, `agent: Good morning`, `desk: matched`. */
  sees(id: string): Promise<string[]>;
  /** What has become of the last words of an agent, as the page shows it. */
  shownOfLast(id: string): Promise<'told' | 'lost' | 'pending'>;
  /** All that the desk has been sent. */
  everything(): string;
  close(): Promise<void>;
};
