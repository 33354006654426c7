import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cardSystemOpenApi } from '../../../../services/cardSystem/remote/openApi.ts';

const file = (name: string) => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

describe('the API of a bank’s card system', () => {
  it('stands in docs/card-system-api.json as it is (write it with npx thawline api)', () => {
    assert.deepEqual(
      JSON.parse(file('card-system-api.json')),
      JSON.parse(JSON.stringify(cardSystemOpenApi())),
    );
  });

  it('has every address in the table of docs/card-system.md', () => {
    const told = [...file('card-system.md').matchAll(/^\| `(GET|POST) (\/v1\/[\w-]+)`/gm)];
    const { paths } = cardSystemOpenApi() as { paths: Record<string, object> };
    const promised = Object.entries(paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => [method.toUpperCase(), path]),
    );
    assert.deepEqual(told.map(([, method, path]) => [method, path]).sort(), promised.sort());
  });
});
