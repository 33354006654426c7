/** A page with every picture of the gallery, a row for each state. @param files their names, `surface-state-locale-width-scheme.png` */
export function galleryIndex(files: readonly string[]): string {
  const rows = [...Map.groupBy(files, (file) => file.replace(/-[a-z]{2}-[A-Z]{2}-\d+-\w+\.png$/, ''))].map(
    ([state, pictures]) => `<h2 id="${state}">${state.replaceAll('_', ' ')}</h2>
<div>${pictures.map((file) => `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}" title="${file}"></a>`).join('')}</div>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every state of every surface</title>
<style>
body { font: 15px/1.4 system-ui, sans-serif; margin: 1.5rem; background: #cfd6dc; color: #111 }
div { display: flex; gap: 0.75rem; overflow-x: auto; align-items: flex-start }
img { height: 22rem; border: 1px solid #888; background: #fff }
</style>
<h1>Every state of every surface</h1>
${rows.join('\n')}
</html>
`;
}
