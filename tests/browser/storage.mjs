// An S3 server (s3rver) that takes a site by the commands that docs/zh/publishing.md shows and answers as
// a website of object storage does: what is tried is what is told.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import S3rver from 's3rver';

const DOCUMENT = readFileSync(new URL('../../docs/zh/publishing.md', import.meta.url), 'utf8');
const BUCKET = 'reports';
// The server's own name for the websites of buckets, and the key that it knows.
const WEBSITE = `${BUCKET}.s3-website.amazonaws.com`;
const KEY = 'S3RVER';

// The lines of the document that a person types: the first tells rclone where the bucket is, the others publish.
const [PLACE, ...PUBLISH] = [...DOCUMENT.matchAll(/^rclone .* site.*$/gm)].map(([line]) => line);
const SETTINGS = JSON.parse(DOCUMENT.match(/```json\n(\{\n {2}"IndexDocument"[^]*?)```/)[1]);

/** An empty bucket with the settings of the document; gives `{ publish(folder), put(file, key), ask(path), close() }`. */
export async function startStorage() {
  const folder = mkdtempSync(join(tmpdir(), 'gongdu-storage-'));
  const configs = [`<WebsiteConfiguration>${asXml(SETTINGS)}</WebsiteConfiguration>`];
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: join(folder, 'data'), configureBuckets: [{ name: BUCKET, configs }] });
  const { port } = await server.run();
  // Nothing of the machine's own settings: no other bucket, no proxy.
  const env = { PATH: process.env.PATH, HOME: folder, RCLONE_CONFIG: join(folder, 'rclone.conf') };
  const type = (line, cwd = folder) => promisify(execFile)('rclone', words(line), { env, cwd });
  const here = { provider: 'Other', endpoint: `http://127.0.0.1:${port}`, access_key_id: KEY, secret_access_key: KEY };
  await type(Object.entries(here).reduce((line, [name, value]) => line.replace(new RegExp(`(${name})=\\S+`), `$1=${value}`), PLACE));
  return {
    publish: async (site) => {
      for (const line of PUBLISH) await type(line.replace('public/', `${site}/`).replace('桶名', BUCKET));
    },
    put: (file, key) => type(`rclone copyto ${file} site:${BUCKET}/${key}`),
    ask: (path) => ask(port, path),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// The settings as the storage takes them: names are elements.
function asXml(value) {
  return typeof value === 'object' ? Object.entries(value).map(([name, inner]) => `<${name}>${asXml(inner)}</${name}>`).join('') : value;
}

// The words of a line after the program's name; quotes hold what has blanks or stars.
function words(line) {
  return line.match(/"[^"]*"|\S+/g).slice(1).map((word) => word.replace(/^"|"$/g, ''));
}

function ask(port, path) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host: WEBSITE }, agent: false }, async (answer) => {
      const pieces = [];
      for await (const piece of answer) pieces.push(piece);
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) });
    });
    asked.on('error', reject).end();
  });
}
