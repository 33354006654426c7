import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deskOpenApi } from '../../../bot/desk/openApi.ts';

const file = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

describe('the API of the desk', () => {
  it('stands in docs/desk-api.json as it is (write it with npx thawline api)', () => {
    assert.deepEqual(JSON.parse(file('desk-api.json')), JSON.parse(JSON.stringify(deskOpenApi())));
  });

  it('has every address in the table of docs/desk.md', () => {
    const told = [...file('desk.md').matchAll(/^\| `(GET|POST) (\/desk\/api\/[\w/{}-]+)`/gm)];
    const { paths } = deskOpenApi() as { paths: Record<string, object> };
    const promised = Object.entries(paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => [method.toUpperCase(), path]),
    );
    assert.deepEqual(told.map(([, method, path]) => [method, path]).sort(), promised.sort());
  });
});
