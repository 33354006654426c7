import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import restify, { type Server } from 'restify';

/**
 * A module that runs first in a service. When it is told to, it writes every route of each server, and the packages
 * of the modules that were loaded after it, into `served.json` of the folder that the service runs in.
 */
const servers: Server[] = [];
const { createServer } = restify;
restify.createServer = (options) => {
  const server = createServer(options);
  servers.push(server);
  return server;
};

const packages = new Set<string>();
registerHooks({
  load(url, context, next) {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
    if (name !== undefined) packages.add(name);
    return next(url, context);
  },
});

process.on('message', () => {
  const routes = servers.map((server) =>
    Object.values(server.router.getRoutes()).map(({ method, path }) => `${method} ${path}`),
  );
  writeFileSync('served.json', JSON.stringify({ routes, packages: [...packages] }));
  process.send?.('written');
});
// The channel to the test must not keep the service from ending.
process.channel?.unref();
