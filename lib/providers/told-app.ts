import { defaultLocale } from "#lib/words/locale.ts";
import { readerLocale } from "#lib/words/texts/reader-locale.ts";
import { findText } from "#lib/words/texts/translations.ts";
import type { Declaration } from "./contract/declaration-schema.ts";
import type { Manifest } from "./contract/manifest.ts";
import { loadDeclaration } from "./registry.ts";

/** Says a text of an app. @param path where it stands in the manifest or the declaration, ids in place of indexes */
export type Tell = (path: string, english: string) => string;

/** In the language of whoever reads. An app's own folder has its English; other languages have it by app and path. */
export function createAppTell(app: string): Tell {
  const locale = readerLocale();
  return (path, english) => findText(locale, app, path) ?? english;
}

/** What an app declares, in the language of whoever reads. @returns undefined where there is no such app */
export async function loadToldDeclaration(id: string): Promise<Declaration | undefined> {
  const declared = await loadDeclaration(id);
  return declared && readerLocale() !== defaultLocale
    ? tellDeclaration(declared, createAppTell(id))
    : declared;
}

export function tellDeclaration({ actions, resources, copies }: Declaration, tell: Tell): Declaration {
  return {
    actions: actions.map((action) => {
      const path = `actions.${action.id}`;
      return {
        ...action,
        title: tell(`${path}.title`, action.title),
        description: tell(`${path}.description`, action.description),
        inputSchema: tellSchema(action.inputSchema, tell, `${path}.input`),
        outputSchema: tellSchema(action.outputSchema, tell, `${path}.output`),
      };
    }),
    resources: resources.map(({ id, title }) => ({ id, title: tell(`resources.${id}.title`, title) })),
    copies: copies.map(({ kind, title }) => ({ kind, title: tell(`copies.${kind}.title`, title) })),
  };
}

/** What a manifest has to say to a merchant. */
export function tellManifest(manifest: Manifest, tell: Tell) {
  const { summary, benefits, setUp, auth } = manifest;
  return {
    summary: tell("summary", summary),
    benefits: benefits.map((text, index) => tell(`benefits.${index}`, text)),
    setUp: setUp.map((text, index) => tell(`setUp.${index}`, text)),
    scopes: auth.scopes.map((scope) => ({
      ...scope,
      title: tell(`scopes.${scope.id}.title`, scope.title),
      reason: tell(`scopes.${scope.id}.reason`, scope.reason),
    })),
  };
}

/** Values, which may have members of any name. */
const data = new Set(["default", "const", "enum", "examples", "required"]);

/** A JSON Schema with its titles and descriptions as they are told; a field stands by its name, without `properties`. */
export function tellSchema(
  schema: Readonly<Record<string, unknown>>,
  tell: Tell,
  path: string,
): Record<string, unknown> {
  const within = (name: string, value: unknown): unknown => {
    if (data.has(name)) return value;
    if (typeof value === "string")
      return /^(title|description)$/.test(name) ? tell(`${path}.${name}`, value) : value;
    const inner = name === "properties" ? path : `${path}.${name}`;
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        isObject(item) ? tellSchema(item, tell, `${inner}.${index}`) : item,
      );
    }
    return isObject(value) ? tellSchema(value, tell, inner) : value;
  };
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, within(name, value)]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
