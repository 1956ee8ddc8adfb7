// Builds the page of each peer from its published package, minified for production, beside brotli and gzip of each file.

import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { questionnaire } from "./questionnaire.mjs";
import { schema as formioSchema } from "./pages/formio/schema.mjs";
import { schema as surveySchema } from "./pages/surveyjs/schema.mjs";

const packages = path.join(process.env.PEERS, "node_modules");
const { build: esbuild } = createRequire(path.join(packages, "/"))("esbuild");
const pages = path.join(import.meta.dirname, "pages");

/** Of each page: where its script is, styles, what goes before its script as it is, and a schema made here. */
const PAGES = {
  vanilla: { styles: ["form"] },
  preact: { script: "app.jsx", styles: ["form"], jsx: "preact" },
  "wasm-smoke": { styles: [], asIs: [process.env.SMOKE] },
  surveyjs: {
    styles: [],
    asIs: ["survey-core/survey-core.fontless.min.css", "survey-core/survey.core.min.js", "survey-core/i18n/german.min.js", "survey-js-ui/survey-js-ui.min.js"],
    schema: surveySchema,
  },
  formio: {
    styles: [],
    asIs: ["bootstrap/dist/css/bootstrap.min.css", "@formio/js/dist/formio.form.min.css", "@formio/js/dist/formio.form.min.js"],
    schema: formioSchema,
  },
  jsonforms: { script: "app.jsx", styles: ["react"], jsx: "react" },
  rjsf: { script: "app.jsx", styles: ["react"], jsx: "react" },
  formbricks: { styles: [], asIs: ["@formbricks/surveys/dist/index.umd.js"] },
};

function html(asIs) {
  const of = (ending, line) => asIs.filter((file) => file.endsWith(ending)).map(line).join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Self-assessment</title><link rel="icon" href="data:,">
${of(".css", (file) => `<link rel="stylesheet" href="${file}">`)}
<link rel="stylesheet" href="app.css">
${of(".js", (file) => `<script defer src="${file}"></script>`)}
<script type="module" src="app.js"></script>
</head><body><main><h1>Information security self-assessment</h1>
<div id="bar" role="region" aria-label="Score"></div>
<div id="app"></div>
<div id="result" hidden></div></main></body></html>
`;
}

/** The page of our own widget: the element as it is embedded, with all its defaults. */
const WIDGET = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Self-assessment</title><link rel="icon" href="data:,">
<script type="module" src="/readiness-check.js"></script>
</head><body><h1>Association</h1>
<readiness-check lang="en"></readiness-check></body></html>
`;

async function compress(folder) {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const raw = await readFile(file);
    const brotli = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
    const gzip = gzipSync(raw, { level: 9 });
    if (brotli.length < raw.length) await writeFile(`${file}.br`, brotli);
    if (gzip.length < raw.length) await writeFile(`${file}.gz`, gzip);
  }
}

async function buildPeer(name, folder) {
  const { script = "app.js", styles, asIs = [], jsx, schema } = PAGES[name];
  const files = asIs.map((file) => [path.isAbsolute(file) ? file : path.join(packages, file), path.basename(file)]);
  for (const [from, to] of files) await copyFile(from, path.join(folder, to));
  const alias = {};
  if (schema) {
    alias.schema = path.join(path.dirname(folder), `${name}.schema.json`);
    await writeFile(alias.schema, JSON.stringify(schema(questionnaire)));
  }
  const common = { bundle: true, minify: true, legalComments: "none", logLevel: "warning", nodePaths: [packages] };
  await esbuild({
    ...common,
    entryPoints: [path.join(pages, name, script)],
    outfile: path.join(folder, "app.js"),
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    jsx: "automatic",
    jsxImportSource: jsx,
    alias,
    // The styles of a shadow root go into its script.
    loader: { ".css": "text" },
  });
  const imports = ["page", ...styles].map((style) => `@import "./shared/${style}.css";`).join("\n");
  await esbuild({ ...common, stdin: { contents: imports, loader: "css", resolveDir: pages }, outfile: path.join(folder, "app.css") });
  await writeFile(path.join(folder, "index.html"), html(files.map(([, to]) => to)));
}

/** Builds the pages into folders of their names. */
export async function build(names, into) {
  await rm(into, { recursive: true, force: true });
  for (const name of names) {
    const folder = path.join(into, name);
    await mkdir(folder, { recursive: true });
    if (name === "readiness") await writeFile(path.join(folder, "index.html"), WIDGET);
    else await buildPeer(name, folder);
    await compress(folder);
  }
}
