// Makes dist/: the loader and the panel, as the gateway serves them. The demo page is served as it stands.
import { build, transform } from "esbuild";
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const LIMITS = { "loader.js": 5_000, "panel.js + panel.css": 40_000 };

/** The loader's stylesheet travels inside its script, minified, because a host page may forbid other stylesheets. */
const stylesAsText = {
  name: "styles-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /loader\/[a-z]+\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

const shared = { bundle: true, minify: true, target: ["chrome91", "firefox91", "safari15"], charset: "utf8", legalComments: "none", outdir: "dist" };

await rm("dist", { recursive: true, force: true });
await mkdir("dist");
await build({ ...shared, format: "iife", entryPoints: { loader: "src/loader/main.ts" }, plugins: [stylesAsText] });
await build({ ...shared, format: "iife", entryPoints: { panel: "src/panel/main.ts", peek: "src/peek.ts" } });
await build({ ...shared, entryPoints: { panel: "src/panel/styles/panel.css" } });
await copyFile("src/panel/panel.html", "dist/panel.html");

for (const [name, limit] of Object.entries(LIMITS)) {
  let size = 0;
  for (const file of name.split(" + ")) size += gzipSync(await readFile(`dist/${file}`), { level: 9 }).length;
  console.log(`${name}: ${size} bytes gzip, at most ${limit}`);
  if (size > limit) process.exitCode = 1;
}
