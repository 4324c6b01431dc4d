import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !/^(?:sandbox|testing)\//.test(file),
);

/** Every GraphQL document that the client's files export, by its name. */
export async function clientDocuments(): Promise<Map<string, string>> {
  const documents = new Map<string, string>();
  for (const file of files) {
    const exported: Record<string, unknown> = await import(join(folder, file));
    for (const [name, value] of Object.entries(exported)) {
      if (typeof value === "string" && /^(?:query|mutation) /.test(value)) documents.set(name, value);
    }
  }
  return documents;
}

/** How many documents are written in the client's files, exported or not. */
export function countWrittenDocuments(): number {
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  return texts.join("\n").match(/`(?:query|mutation) /g)?.length ?? 0;
}
