import { registerHooks } from "node:module";

/**
 * A process that loads what it is told, shows the whole catalogue and what the API's document says of actions, and then
 * asks for one app. It prints the files of apps' folders that were loaded by each step, as JSON.
 */
const appsFile = /\/lib\/providers\/([^/]+\/.+)$/;
let loaded: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    const file = appsFile.exec(url)?.[1];
    if (file !== undefined) loaded.push(file);
    return nextLoad(url, context);
  },
});

function takeLoaded(): string[] {
  const files = loaded;
  loaded = [];
  return files;
}

for (const entry of process.argv.slice(2)) await import(entry);
const start = takeLoaded();

const { systemCtx } = await import("#lib/auth/context.ts");
const ctx = systemCtx("mer_nobody", "trace");
const { listCatalogue } = await import("#lib/marketplace/list-catalogue.ts");
const { getCatalogueEntry } = await import("#lib/marketplace/get-catalogue-entry.ts");
const { actionSchemas } = await import("#lib/api/action-schemas.ts");
const { data } = await listCatalogue({ ctx, input: {} });
for (const { id } of data) await getCatalogueEntry({ ctx, input: { provider: id } });
await actionSchemas();
const catalogue = takeLoaded();

const { loadProvider } = await import("#lib/providers/registry.ts");
await loadProvider("slack");
const slack = takeLoaded();

process.stdout.write(JSON.stringify({ entries: data.length, start, catalogue, slack }));
process.exit(0);
