// A static server on 127.0.0.1, as plain as the plainest host: files, compressed, index.html for a folder, 404.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** What a page cannot say of itself; the rest of its policy stands in it. */
const POLICY = "frame-ancestors 'none'";

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** How long each script is held back, in milliseconds: `tests/browser/stress` asks for it. */
const SCRIPT_DELAY = Number(process.env.GONGDU_SCRIPT_DELAY ?? 0);

/** What asks for a page in pieces, as a slow line brings it, each painted before the next comes. */
export const IN_PIECES = '?in-pieces';
const PIECES = 6;
const BETWEEN_PIECES = 50;

/** Serves each folder of `mounts` (`{ '/sub/path/': folder }`) on a free port, or on `port`; gives `{ origin, port, close }`. */
export async function serve(mounts, port = 0) {
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    const path = decodeURIComponent(pathname);
    const mount = Object.keys(mounts).find((prefix) => path.startsWith(prefix));
    const file = mount && (await fileAt(mounts[mount], path.slice(mount.length)));
    if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here');
    if (extname(file) === '.js' && SCRIPT_DELAY) await setTimeout(SCRIPT_DELAY);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'content-security-policy': POLICY };
    const body = await readFile(file);
    if (search === IN_PIECES) return sendInPieces(response.writeHead(200, headers), body);
    if (type.startsWith('image/png')) return response.writeHead(200, headers).end(body);
    // Every host of static files sends text compressed.
    response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(body));
  });
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  return {
    port: server.address().port,
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => server.close(done).closeAllConnections()),
  };
}

async function sendInPieces(response, body) {
  let sent = 0;
  for (let piece = 1; piece <= PIECES; piece += 1) {
    // A line holds whole blocks; a heading whose words come in two halves is set anew, whatever the page does.
    const end = piece === PIECES ? body.length : body.indexOf('\n', (body.length * piece) / PIECES) + 1 || body.length;
    response.write(body.subarray(sent, end));
    sent = end;
    await setTimeout(BETWEEN_PIECES);
  }
  response.end();
}

async function fileAt(root, path) {
  const inside = normalize(join('/', path));
  const found = await stat(join(root, inside)).catch(() => undefined);
  if (!found) return undefined;
  return found.isDirectory() ? fileAt(root, join(inside, 'index.html')) : join(root, inside);
}
