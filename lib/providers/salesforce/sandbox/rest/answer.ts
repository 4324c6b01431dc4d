import { z } from "zod";
import { answering } from "../../../sandbox-kit/api.ts";
import type { SandboxReply } from "../../../sandbox-kit/contract.ts";
import { listAll } from "../../../sandbox-kit/objects.ts";
import { ApiFault, notFound } from "../answers.ts";
import { basePath, type Org } from "../org.ts";
import { describeGlobal, describeObject } from "../schema/describe.ts";
import { runQuery } from "../soql/run.ts";
import { createRecord, requireObject, requireWritable, upsertRecord } from "./records.ts";

type RestRequest = {
  method: string;
  /** Decoded, below the version: `/sobjects/Lead`. */
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
};

type Handler = (org: Org, request: RestRequest, parts: string[]) => Promise<SandboxReply>;

const stageSchema = z.looseObject({ ApiName: z.string(), IsActive: z.boolean() });

const routes: readonly { methods: readonly string[]; form: RegExp; handle: Handler }[] = [
  {
    methods: ["GET"],
    form: /^\/query\/?$/,
    handle: async (org, { query }) => {
      const soql = query.get("q");
      if (soql === null) throw new ApiFault(400, "MALFORMED_QUERY", "A query string has to be specified");
      return runQuery(org, soql, basePath);
    },
  },
  {
    methods: ["GET"],
    form: /^\/sobjects\/?$/,
    handle: async () => ({ status: 200, json: describeGlobal(basePath) }),
  },
  {
    methods: ["GET"],
    form: /^\/sobjects\/(\w+)\/describe\/?$/,
    handle: async (org, _request, [name = ""]) => {
      const stages = await listAll(org.store, "OpportunityStage", stageSchema);
      const names = stages.filter(({ IsActive }) => IsActive).map(({ ApiName }) => ApiName);
      return { status: 200, json: describeObject(requireObject(name), basePath, names) };
    },
  },
  {
    methods: ["POST"],
    form: /^\/sobjects\/(\w+)\/?$/,
    handle: (org, { body, headers }, [name = ""]) =>
      createRecord(org, { object: requireWritable(requireObject(name)), body, headers }),
  },
  {
    methods: ["PATCH"],
    form: /^\/sobjects\/(\w+)\/(\w+)\/(.+)$/s,
    handle: (org, { body, headers }, [name = "", field = "", value = ""]) =>
      upsertRecord(org, { object: requireWritable(requireObject(name)), body, headers }, { field, value }),
  },
];

/** Answers one request to the REST API, or one of several that came together. */
export function answerRest(org: Org, request: RestRequest): Promise<SandboxReply> {
  return answering(() => dispatch(org, request));
}

async function dispatch(org: Org, request: RestRequest): Promise<SandboxReply> {
  const known = routes.filter(({ form }) => form.test(request.path));
  if (known.length === 0) throw notFound();
  const route = known.find(({ methods }) => methods.includes(request.method));
  if (!route) {
    const allowed = known.flatMap(({ methods }) => methods).join(", ");
    const message = `HTTP Method '${request.method}' not allowed. Allowed are ${allowed}`;
    throw new ApiFault(405, "METHOD_NOT_ALLOWED", message);
  }
  return route.handle(org, request, (route.form.exec(request.path) ?? []).slice(1));
}
