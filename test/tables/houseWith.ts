import { randomUUID } from 'node:crypto';
import { registerHooks } from 'node:module';

const root = new URL('../../', import.meta.url).href;

export type House = {
  /** A module of the product or of its tests, by its path from the root, as it is in this house. */
  load<Module>(path: string): Promise<Module>;
  leave(): void;
};

/**
 * The product with other tables, beside the one that every other test uses: each of its modules is loaded a second time,
 * and where one of them asks for a table it gets another one. Tables are constants, so that nothing can add a row while
 * the service runs; this is what a row that is written into them would do, and no module knows of it.
 * @param tables by their paths from the root, the modules that stand in their places; only these see what they replace
 */
export function houseWith(tables: Readonly<Record<string, string>>): House {
  const mark = `?house=${randomUUID()}`;
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      const asksInside = context.parentURL?.endsWith(mark);
      if (!asksInside || !resolved.url.startsWith(root) || resolved.url.includes('/node_modules/'))
        return resolved;
      const path = resolved.url.slice(root.length);
      const table = tables[path];
      const instead = table === undefined || context.parentURL === root + table + mark ? path : table;
      return { ...resolved, url: root + instead + mark };
    },
  });
  return {
    load: (path) => import(root + path + mark),
    leave: () => hooks.deregister(),
  };
}
