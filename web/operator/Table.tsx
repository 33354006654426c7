import type { ComponentChildren } from 'preact';
import type { OperatorWords } from '../../words/operatorPage.ts';

type Props = {
  words: OperatorWords;
  head: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
};

/** A table that scrolls by itself where it is wider than the page; by keyboard too. */
export function Table({ words, head, rows }: Props) {
  if (rows.length === 0) return <p class="nothing">{words.nothing}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section class="scrolls" tabIndex={0} aria-label={head.join(', ')}>
      <table>
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              {row.map((cell, column) => (
                <td key={head[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
