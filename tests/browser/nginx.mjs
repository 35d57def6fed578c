// Debian's nginx with the configuration that docs/zh/publishing.md shows, in a folder of its own: what is tried is what is told.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

const DOCUMENT = new URL('../../docs/zh/publishing.md', import.meta.url);

// The first example is the whole configuration, the second has the lines that change below a path.
const [WHOLE, BELOW] = [...readFileSync(DOCUMENT, 'utf8').matchAll(/```nginx\n([^]*?)```/g)].map((match) => match[1]);

/** Serves `root` as the document says, `below` a path as it says of that; gives `{ ask(path, headers), close() }`. */
export async function startNginx(root, { below = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gongdu-nginx-'));
  // A socket in the folder: no other program can take it.
  const socketPath = join(folder, 'socket');
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, around(replaced(below ? withLines(WHOLE, BELOW) : WHOLE, { listen: `unix:${socketPath}`, root })));
  const env = { ...process.env, PATH: [process.env.PATH, '/usr/sbin'].join(delimiter) };
  const nginx = spawn('nginx', ['-e', 'stderr', '-p', folder, '-c', config], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const told = text(nginx.stderr);
  const ended = once(nginx, 'exit');
  await Promise.race([ready(socketPath), ended.then(async () => { throw new Error(`nginx ends: ${await told}`); })]);
  return {
    ask: (path, headers) => ask(socketPath, path, headers),
    close: async () => {
      nginx.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// What a system's nginx.conf has around the files of conf.d, without the parts that need a user of their own.
function around(http) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`);
  return `daemon off; master_process off; pid pid;
events {}
http {
include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${temporary.join(' ')}
${http}
}
`;
}

// The configuration with other values of some directives, each of which stands in it once.
function replaced(config, values) {
  for (const [name, value] of Object.entries(values)) {
    const line = new RegExp(`^(\\s*${name}) .*;$`, 'gm');
    if (config.match(line)?.length !== 1) throw new Error(`the configuration has not one ${name}`);
    config = config.replace(line, `$1 ${value};`);
  }
  return config;
}

// The configuration with lines in the place of those that begin alike, the first of each.
function withLines(config, lines) {
  for (const line of lines.split('\n').filter(Boolean)) {
    const [name] = line.trim().split(' ');
    config = config.replace(new RegExp(`^\\s*${name} .*$`, 'm'), line);
  }
  return config;
}

async function ready(socketPath) {
  for (;;) {
    try {
      return await ask(socketPath, '/');
    } catch (error) {
      if (!['ENOENT', 'ECONNREFUSED'].includes(error.code)) throw error;
      await setTimeout(20);
    }
  }
}

/** What is answered: `{ status, headers, body }`. */
function ask(socketPath, path, headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path, headers: { host: 'example.org', ...headers }, agent: false }, async (answer) => {
      const pieces = [];
      for await (const piece of answer) pieces.push(piece);
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) });
    });
    asked.on('error', reject).end();
  });
}
