// Projects in a folder of their own, into which the packed dist/ is installed as a user would do it. Their other packages
// lie in the cache of the tools (NPM_TESTS).

import { execFile } from "node:child_process";
import { cp, mkdtemp, realpath, rename, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const QUIET = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
const PROJECTS = ["plain", "react", "vue", "types"];

/** The packages of the tests. */
export const PACKAGES = path.join(process.env.NPM_TESTS ?? "", "node_modules");

/** Runs a program and gives its output; where it fails, the error contains it. */
export async function run(folder, name, ...words) {
  const { stdout, stderr } = await promisify(execFile)(name, words, { cwd: folder, maxBuffer: 1 << 24 }).catch((cause) => {
    throw new Error(`${name} ${words.join(" ")}: ${cause.message}\n${cause.stdout}`);
  });
  return stdout + stderr;
}

/** A program of one of the packages. */
export const tool = (folder, file, ...words) => run(folder, process.execPath, path.join(PACKAGES, file), ...words);

/** Packs dist/ and installs it into every project. Gives the folder of the projects, and what is in the archive. */
export async function install() {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), "readiness-check-npm-")));
  await cp(HERE, folder, { recursive: true, filter: (file) => !/\.mjs$|node_modules|[/\\]npm[/\\]package[^/\\]*$/.test(file) });
  await symlink(PACKAGES, path.join(folder, "node_modules"), "junction");
  const packed = JSON.parse(await run(folder, "npm", ...QUIET, "pack", process.env.DIST, "--json"));
  // npm 12 gives a map by name, earlier ones a list.
  const [{ filename, files }] = Object.values(packed);
  await rename(path.join(folder, filename), path.join(folder, "readiness-check.tgz"));
  for (const project of PROJECTS) await run(path.join(folder, project), "npm", ...QUIET, "install", "--offline", "--no-package-lock");
  return { folder, files: files.map((file) => file.path), remove: () => rm(folder, { recursive: true, force: true }) };
}
