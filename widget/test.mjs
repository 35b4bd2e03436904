// Bundles each test file and runs them with Node's own test runner: the pure parts need no browser.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

const outdir = "node_modules/.cache/wegwijs-tests";
const names = readdirSync("test").filter((name) => name.endsWith(".test.ts"));
await build({
  entryPoints: names.map((name) => `test/${name}`),
  bundle: true, platform: "node", format: "esm", target: "node20", outdir, outExtension: { ".js": ".mjs" },
});
const files = names.map((name) => `${outdir}/${name.replace(/\.ts$/, ".mjs")}`);
process.exit(spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1);
