// Finds a browser that is installed.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program: what the environment names in `variable`, else the first of `names` on the PATH; undefined when there is none. */
export function findProgram(variable, names) {
  if (process.env[variable]) return process.env[variable];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
