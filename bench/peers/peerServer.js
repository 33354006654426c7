// Plain JavaScript, as all peers: their packages are not there where the project's types are checked.
import restify from 'restify';

/** Serves POST /api/messages with what each peer has of its own, and says where, as the measuring program waits for it. */
export function serve(handler) {
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', handler);
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`ready: http://127.0.0.1:${server.address().port}\n`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
