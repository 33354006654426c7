import { escaped } from '../../kit/pages/htmlPage.ts';

/** A drawn picture and the file that it is in. */
export type Drawn = { surface: string; scheme: 'light' | 'dark'; file: string };

/** The sheet: one page with every surface, light and dark side by side. */
export function sheetOf(title: string, drawn: readonly Drawn[]): string {
  const rows = [...Map.groupBy(drawn, ({ surface }) => surface)].map(
    ([surface, pictures]) => `<section><h2>${escaped(surface)}</h2>
${pictures.map(({ scheme, file }) => `<figure><img src="${escaped(file)}" alt="${escaped(`${surface}, ${scheme}`)}"><figcaption>${scheme}</figcaption></figure>`).join('\n')}
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; background: #d9dee3; color: #111 }
main { display: flex; flex-wrap: wrap; gap: 2rem; align-items: flex-start }
section { background: #fff; padding: 1rem; border-radius: 8px }
h1, h2 { margin: 0 0 1rem; font-size: 1.1rem }
figure { display: inline-block; margin: 0 1rem 0 0; vertical-align: top }
img { display: block; max-width: 390px; border: 1px solid #999 }
</style>
<h1>${escaped(title)}</h1>
<main>
${rows.join('\n')}
</main>
</html>
`;
}
