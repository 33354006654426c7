import type { ComponentChildren } from 'preact';

type Props = {
  title: string;
  facts: readonly (readonly [string, string])[];
  /** What can be done about it. */
  children?: ComponentChildren;
};

/** Something that waits for somebody, with what is known of it: it fits a narrow page, where a table would not. */
export function OneMatter({ title, facts, children }: Props) {
  return (
    <article class="waits">
      <h3>{title}</h3>
      <dl class="facts">
        {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}=`}>{value}</dd>])}
      </dl>
      <div class="answers">{children}</div>
    </article>
  );
}
