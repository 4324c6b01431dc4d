import { globSync, readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import IntlMessageFormat from "intl-messageformat";
import { toInputSchema } from "#lib/providers/contract/declare.ts";
import { manifests } from "#lib/providers/manifests.ts";
import { loadDeclaration } from "#lib/providers/registry.ts";
import { tellDeclaration, tellManifest, tellSchema } from "#lib/providers/told-app.ts";
import { en } from "#lib/words/en.ts";
import { locales, readLanguage } from "#lib/words/locale.ts";
import { parseMessage } from "#lib/words/texts/parse.ts";
import { projectRoot } from "#scripts/settings.ts";
import { compareLanguage, type English } from "./languages.ts";
import { findOutside } from "./outside.ts";
import { findRefusals } from "./refusals.ts";
import { findUses, type Use } from "./uses.ts";

type Catalogues = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** What people read of beside screens: permissions, events and recipes. What no screen has to say is for engineers. */
const definitions = [
  "lib/auth/permissions.ts",
  "lib/events/catalogue/!(send-command).ts",
  "lib/automations/shapes/schema-shapes.ts",
  "lib/recipes/{registry,parts}.ts",
  "lib/recipes/catalogue/**/*.ts",
];

/**
 * What is wrong with the texts of the screens: outside of catalogues, not asked for, unreadable, asked for too early; and
 * with other languages. What these lack is no problem, and listed.
 */
export async function checkTexts(): Promise<{ problems: string[]; missing: string[] }> {
  const sources = ["{app,components}/**/*.{ts,tsx}", ...definitions]
    .flatMap(listFiles)
    .filter((file) => !/\.test\.|\/testing\//.test(file))
    .map((file) => ({ file, source: readFileSync(join(projectRoot, file), "utf8") }));
  const outside = sources
    .filter(({ file }) => !/^(app\/api|lib\/automations\/shapes)\//.test(file))
    .flatMap(({ file, source }) => findOutside(file, source));
  const catalogues = await readCatalogues();
  const uses = sources.flatMap(({ file, source }) => findUses(file, source));
  const refusals = listFiles("lib/!(providers)/**/*schema.ts").flatMap((file) =>
    findRefusals(file, readFileSync(join(projectRoot, file), "utf8")),
  );
  const languages = await compareLanguages(catalogues);
  const problems = [...outside, ...refusals, ...unreadable(catalogues), ...misused(catalogues, uses)];
  return {
    problems: [...problems, ...languages.flatMap((language) => language.problems)],
    missing: languages.flatMap((language) => language.missing),
  };
}

async function compareLanguages(
  catalogues: Catalogues,
): Promise<{ problems: string[]; missing: string[] }[]> {
  const ofApps = manifests.flatMap(({ id, words }) =>
    Object.entries(words.en).map(([name, text]): [string, string] => [`${id}.${name}`, text]),
  );
  const texts = [...catalogues].flatMap(([catalogue, messages]) =>
    Object.entries(messages).map(([key, text]): [string, string] => [`${catalogue}.${key}`, text]),
  );
  const english: English = {
    messages: new Map([...Object.entries<string>(en), ...ofApps]),
    texts: new Map([...texts, ...(await listTextsOfApps())]),
  };
  const compared = locales.map(async (locale) => {
    const language = await readLanguage(locale);
    if (!language) return { problems: [], missing: [] };
    const { problems, missing } = compareLanguage(locale, english, language);
    return { problems, missing: missing.map((key) => `${locale} has no ${key}`) };
  });
  return Promise.all(compared);
}

/** Messages that are not ICU MessageFormat, for the whole of it and for the part that a browser reads. */
export function unreadable(catalogues: Catalogues): string[] {
  return [...catalogues].flatMap(([catalogue, messages]) =>
    Object.entries(messages).flatMap(([key, pattern]) => {
      try {
        parseMessage(pattern);
        new IntlMessageFormat(pattern, "en-GB");
        return [];
      } catch (error) {
        return [`${catalogue}.${key} cannot be read: ${error instanceof Error ? error.message : "unknown"}`];
      }
    }),
  );
}

/** Keys that nobody asks for, and texts that are asked for before it is known who reads. */
export function misused(catalogues: Catalogues, uses: readonly Use[]): string[] {
  const early = uses.filter(({ isOnLoad }) => isOnLoad);
  const computed = uses.filter(({ key }) => key === null);
  const unused = [...catalogues].flatMap(([catalogue, messages]) => {
    const asked = new Set(uses.filter((use) => use.catalogue === catalogue).map(({ key }) => key));
    return Object.keys(messages)
      .filter((key) => !asked.has(key))
      .map((key) => `${catalogue}.${key}`);
  });
  return [
    ...unused.map((name) => `${name} is shown nowhere`),
    ...early.map(
      ({ place }) => `${place}: a text is asked for as the file loads, before it is known who reads`,
    ),
    ...computed.map(({ place }) => `${place}: the key of a text is written out, so that it can be found`),
  ];
}

/** What apps and their actions are called: their English stands in manifests and declarations. */
async function listTextsOfApps(): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const manifest of manifests) {
    const note = (path: string, text: string) => {
      found.push([`${manifest.id}.${path}`, text]);
      return text;
    };
    tellManifest(manifest, note);
    const declared = await loadDeclaration(manifest.id);
    if (declared) tellDeclaration(declared, note);
    const { auth } = manifest;
    tellSchema(toInputSchema(auth.input), note, "connect");
    if (auth.kind === "api_key" && auth.grant) tellSchema(toInputSchema(auth.grant.input), note, "grant");
    if (auth.kind === "oauth2" && auth.onboarding) {
      note("onboarding.title", auth.onboarding.title);
      tellSchema(toInputSchema(auth.onboarding.input), note, "onboarding.input");
    }
  }
  return found;
}

async function readCatalogues(): Promise<Catalogues> {
  const read = listFiles("lib/words/en/{screens,definitions}/*.ts").map(async (file) => {
    const exported: Record<string, { messages: Readonly<Record<string, string>> }> = await import(
      join(projectRoot, file)
    );
    return [
      basename(file, ".ts"),
      Object.assign({}, ...Object.values(exported).map(({ messages }) => messages)),
    ] as const;
  });
  return new Map(await Promise.all(read));
}

function listFiles(pattern: string): string[] {
  return globSync(pattern, { cwd: projectRoot })
    .map((name) => name.split(sep).join("/"))
    .sort();
}

if (import.meta.main) {
  const { problems, missing } = await checkTexts();
  for (const line of [...missing, ...problems]) console.error(line);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
