import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { loadProviders } from "#lib/providers/registry.ts";
import { type ContractOperation, openApi, readOperations } from "./vendor-contract/read-operations.ts";
import { shared } from "./vendor-contract/shared.ts";

const providers = fileURLToPath(new URL("../lib/providers/", import.meta.url));

const source = z.looseObject({
  what: z.string(),
  where: z.array(z.string()),
  departures: z.array(z.string()),
});

/**
 * Writes an app's `testing/vendor-contract.json` from the vendor's OpenAPI description, of which it keeps the operations
 * that the app's sandbox plays, and of these what the vendor requires and what our code names. It writes the file anew,
 * all but its `source`: npm run vendor:contract <id> <description.json>…
 */
async function main([id = "", ...files]: readonly string[]): Promise<number> {
  const provider = (await loadProviders()).find((one) => one.id === id);
  if (!provider || files.length === 0) {
    process.stderr.write("Usage: npm run vendor:contract <id of an app> <OpenAPI description as JSON>…\n");
    return 1;
  }
  const { routes } = await provider.sandbox();
  const code = readCode(`${providers}${id}/`);
  const descriptions = files.map(readDescription);
  const operations = descriptions.flatMap((description) =>
    readOperations(description, {
      isPlayed: (method, address) =>
        routes.some(({ methods, match }) => methods.includes(method) && match.test(address)),
      isUsed: (name) => wordForm(name).test(code),
    }),
  );
  const path = `${providers}${id}/testing/vendor-contract.json`;
  const known = z.looseObject({ source }).parse(JSON.parse(readFileSync(path, "utf8")));
  const [first] = descriptions;
  const { version = "", license } = first?.info ?? {};
  const contract = {
    source: { ...known.source, version, licence: license?.name ?? "none" },
    ...shared(operations),
  };
  writeFileSync(path, `${JSON.stringify(contract, null, 2)}\n`);
  process.stdout.write(describeResult(operations, path));
  return 0;
}

function readDescription(file: string) {
  const read = openApi.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (read.success) return read.data;
  throw new Error(`${file} is no OpenAPI description: ${z.prettifyError(read.error)}`);
}

/** The app's own code, tests left out. */
function readCode(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  return files.map((name) => readFileSync(folder + name, "utf8")).join("\n");
}

/** A name by itself: `name` does not stand in `first_name`. */
function wordForm(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${name.replace(/[^\w-]/g, "\\$&")}(?![\\w-])`);
}

function describeResult(operations: readonly ContractOperation[], path: string): string {
  const list = operations.map(({ method, path: at }) => `  ${method} ${at}\n`).join("");
  return `${path} has ${operations.length} operations:
${list}Say in \`source\` what the description is and where it lies. What it leaves out and the app does is added by hand, with the reason under \`departures\`.
`;
}

process.exitCode = await main(process.argv.slice(2));
