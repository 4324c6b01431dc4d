import { z } from "zod";
import type { VendorSchema } from "#lib/providers/testing/vendor-schema.ts";
import { type Components, findRef, type IsUsed, readSchema, refIn } from "./read-schema.ts";

export type ContractOperation = {
  method: string;
  path: string;
  query?: VendorSchema;
  json?: VendorSchema;
  form?: VendorSchema;
  answers: Record<string, VendorSchema>;
};

const body = z.looseObject({
  content: z.record(z.string(), z.looseObject({ schema: z.unknown().optional() })).catch({}),
});
const operation = z.looseObject({
  parameters: z.array(z.unknown()).catch([]),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()),
});
const parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().catch(false),
  schema: z.unknown().optional(),
});
export const openApi = z.looseObject({
  info: z.looseObject({
    title: z.string(),
    version: z.string(),
    license: z.looseObject({ name: z.string() }).optional(),
  }),
  servers: z
    .array(z.looseObject({ url: z.string() }))
    .min(1)
    .catch([{ url: "https://localhost" }]),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.record(z.string(), z.unknown()).catch({}),
});
type OpenApi = z.output<typeof openApi>;

const methods = ["get", "post", "put", "patch", "delete"];
/** What `4XX`, `5XX` and `default` stand for. */
const refusals = ["400", "401", "403", "404", "409", "422", "429"];

/**
 * The operations of an OpenAPI description that a sandbox plays, as our contracts have them.
 * @param api.isPlayed of a method and an address without scheme: `GET`, `a.klaviyo.com/api/lists`
 * @param api.isUsed whether our code has a name
 */
export function readOperations(
  { servers, paths, components }: OpenApi,
  api: { isPlayed: (method: string, address: string) => boolean; isUsed: IsUsed },
): ContractOperation[] {
  const server = new URL(servers[0]?.url ?? "", "https://localhost");
  return Object.entries(paths).flatMap(([below, item]) => {
    const path = `${server.pathname.replace(/\/$/, "")}${below}`;
    return methods
      .filter((method) => item[method] !== undefined)
      .filter((method) =>
        sampleAddresses(path).some((sample) => api.isPlayed(method.toUpperCase(), server.host + sample)),
      )
      .map((method) =>
        readOperation({ method: method.toUpperCase(), path, shared: item.parameters }, item[method], {
          components,
          isUsed: api.isUsed,
        }),
      );
  });
}

/** What ids look like: in the places of a path, a sandbox takes one of them. */
const ids = ["1", "a1", "A1", "00000000-0000-4000-8000-000000000000"];

function sampleAddresses(path: string): string[] {
  return ids.map((id) => path.replace(/\{[^}]+\}/g, id));
}

type Api = { components: Components; isUsed: IsUsed };

function readOperation(
  { method, path, shared }: { method: string; path: string; shared: unknown },
  value: unknown,
  api: Api,
): ContractOperation {
  const { parameters, requestBody, responses } = operation.parse(value);
  const query = readQuery([...z.array(z.unknown()).catch([]).parse(shared), ...parameters], api);
  const sent = readContent(requestBody, api);
  return {
    method,
    path,
    ...(query && { query }),
    ...(sent && (sent.isForm ? { form: sent.schema } : { json: sent.schema })),
    answers: readAnswers(responses, api),
  };
}

/** What is said of one status goes before what is said of a range. */
function readAnswers(responses: Readonly<Record<string, unknown>>, api: Api): ContractOperation["answers"] {
  const ranges: [string, VendorSchema][] = [];
  const single: [string, VendorSchema][] = [];
  for (const [status, answer] of Object.entries(responses)) {
    if (status.startsWith("5")) continue;
    const schema = readContent(answer, api)?.schema ?? {};
    if (/^\d{3}$/.test(status)) single.push([status, schema]);
    else ranges.push(...refusals.map((code): [string, VendorSchema] => [code, schema]));
  }
  return Object.fromEntries([...ranges, ...single]);
}

function readContent(value: unknown, api: Api): { schema: VendorSchema; isForm: boolean } | null {
  const types = Object.entries(body.parse(resolved(value, api) ?? {}).content);
  const isForm = (type: string) => type === "application/x-www-form-urlencoded";
  const [type, content] =
    types.find(([name]) => /json/.test(name)) ?? types.find(([name]) => isForm(name)) ?? [];
  return type && content ? { schema: readSchema(content.schema, api), isForm: isForm(type) } : null;
}

/** Names in brackets are members: `page[size]` is the size of page. */
function readQuery(parameters: readonly unknown[], api: Api): VendorSchema | null {
  const query: VendorSchema = { type: "object", properties: {} };
  for (const each of parameters) {
    const { name, in: place, required, schema } = parameter.parse(resolved(each, api));
    if (place !== "query" || !(required || api.isUsed(name))) continue;
    const [first = name, ...inner] = name.split(/[[\]]+/).filter(Boolean);
    let members = query;
    for (const [index, part] of [first, ...inner].entries()) {
      const isLast = index === inner.length;
      const next = isLast ? readSchema(schema, api) : (members.properties?.[part] ?? { type: "object" });
      members.properties = { ...members.properties, [part]: next };
      if (required && isLast) members.required = [...(members.required ?? []), part];
      members = next;
    }
  }
  return Object.keys(query.properties ?? {}).length > 0 ? query : null;
}

function resolved(value: unknown, { components }: Api): unknown {
  const ref = refIn(value);
  return ref === null ? value : findRef(ref, components);
}
