// nginx and Apache of the distribution, each on a port of loopback, with the configuration that dist/ ships.

import { spawn } from "node:child_process";
import { cp, mkdtemp, chmod, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const NGINX_MODULES = "/usr/lib/nginx/modules";
const APACHE_MODULES = "/usr/lib/apache2/modules";
const PATIENCE = 10_000;

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.on("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

const shipped = (name) => readFile(path.join(process.env.DIST, "server", `${name}.txt`), "utf8");

async function nginx(folder, port, { brotli }) {
  let own = await shipped("nginx");
  own = own.replace("root /var/www;", `root ${folder}/www;`);
  if (brotli) own = own.replace("#brotli_static on;", "brotli_static on;");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  await writeFile(path.join(folder, "nginx.conf"), `
${brotli ? `load_module ${NGINX_MODULES}/ngx_http_brotli_static_module.so;` : ""}
${process.getuid() === 0 ? "user root;" : ""}
worker_processes 2;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 512; }
http {
  ${temporary.join("\n  ")}
  access_log off;
  server {
    listen 127.0.0.1:${port};
${own}
  }
}
`);
  return [process.env.NGINX_PROGRAM, ["-e", "stderr", "-p", folder, "-c", path.join(folder, "nginx.conf"), "-g", "daemon off;"]];
}

async function apache(folder, port, { htaccess }) {
  const own = await shipped("apache");
  if (htaccess) await writeFile(path.join(folder, "www/readiness-check/.htaccess"), own);
  const modules = ["mpm_event", "authz_core", "mime", "dir", "headers", "rewrite"];
  await writeFile(path.join(folder, "apache.conf"), `
${modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`).join("\n")}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/apache.log
LogLevel warn
DefaultRuntimeDir ${folder}
${process.getuid() === 0 ? "User www-data\nGroup www-data" : ""}
TypesConfig /etc/mime.types
# As Debian has it, and in the way of precompressed files.
AddType application/x-gzip .gz .tgz
AddLanguage zh-cn .zh-cn
AddLanguage en .en
DirectoryIndex index.html
DocumentRoot ${folder}/www
<Directory />
  AllowOverride ${htaccess ? "All" : "None"}
</Directory>
${htaccess ? "" : `<Directory ${folder}/www/readiness-check>\n${own}\n</Directory>`}
`);
  return [process.env.APACHE_PROGRAM, ["-d", folder, "-f", path.join(folder, "apache.conf"), "-D", "FOREGROUND"]];
}

/** Starts a server; gives its address, its output, and how to stop it. */
export async function start(kind, options = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), "readiness-check-server-"));
  // A server that root started reads files as another user.
  await chmod(folder, 0o755);
  await cp(process.env.DIST, path.join(folder, "www/readiness-check"), { recursive: true });
  const port = await freePort();
  const [program, words] = await (kind === "nginx" ? nginx : apache)(folder, port, options);
  const running = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let ended = false;
  for (const stream of [running.stdout, running.stderr]) stream.on("data", (data) => { said += data; });
  const end = new Promise((done) => running.on("exit", () => { ended = true; done(); }));
  running.on("error", (cause) => { said += cause; ended = true; });
  const address = `http://127.0.0.1:${port}/readiness-check/`;
  const until = Date.now() + PATIENCE;
  while (!(await fetch(`${address}index.html`).then((answer) => answer.ok, () => false))) {
    if (ended || Date.now() > until) {
      running.kill();
      throw new Error(`${kind} does not answer: ${said}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    address,
    said: async () => said + (kind === "nginx" ? "" : await readFile(path.join(folder, "apache.log"), "utf8").catch(() => "")),
    async stop() {
      running.kill("SIGTERM");
      await end;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
