import { createHash } from "node:crypto";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { allJobs } from "#lib/jobs/all-jobs.ts";
import { appId, eventAddress, inngest } from "./client.ts";
import { servedAt } from "./served-at.ts";

/** What an Inngest server has to say of us, for an operator. */
export type InngestState = {
  state:
    | "registered"
    | "unreachable"
    | "signing key refused"
    | "event key refused"
    | "not registered"
    | "registered elsewhere";
  /** What the server answered; null = nothing that would help. */
  detail: string | null;
};

const patienceMs = 1_500;
/** So long an answer counts, for whoever asks often. */
const freshMs = 3_000;
const longestDetail = 300;

declare global {
  // Next bundles this module more than once; a process asks once for all.
  var patchbayInngestState: { askedAt: number; answer: Promise<InngestState> } | undefined;
  /** What came of our registration, which counts where a server does not tell. */
  var patchbayRegistration: InngestState | undefined;
}

export function noteRegistration(state: InngestState): void {
  globalThis.patchbayRegistration = state;
  globalThis.patchbayInngestState = undefined;
}

/** Whether the server took our functions since this process started. */
export function hasRegistered(): boolean {
  return globalThis.patchbayRegistration?.state === "registered";
}

/** Asks the Inngest server whether it has our functions, at our address, and takes our keys; within 1.5 s. */
export function inngestState(): Promise<InngestState> {
  const last = globalThis.patchbayInngestState;
  if (last && Date.now() - last.askedAt < freshMs) return last.answer;
  const answer = ask();
  globalThis.patchbayInngestState = { askedAt: Date.now(), answer };
  return answer;
}

async function ask(): Promise<InngestState> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const [functions, eventKey] = await Promise.all([askForFunctions(signal), tryEventKey(signal)]);
    return functions.state === "registered" ? eventKey : functions;
  } catch (error) {
    return { state: "unreachable", detail: describeReason(error) };
  }
}

/** `GET /v1/apps/{app}/functions` of an Inngest server: the functions that it has of an app. */
async function askForFunctions(signal: AbortSignal): Promise<InngestState> {
  const url = new URL(`/v1/apps/${appId}/functions`, inngest().apiBaseUrl);
  const headers = { authorization: `Bearer ${hashedSigningKey()}` };
  const response = await fetch(url, { headers, signal });
  const text = await response.text();
  if (response.status === 401 || response.status === 403) {
    return { state: "signing key refused", detail: `${response.status} ${shortened(text)}` };
  }
  const functions = readFunctions(text);
  if (!response.ok || functions === null) return registeredAsFarAsWeKnow(response.status);
  return judge(functions);
}

/** Cloud and older servers do not tell. */
function registeredAsFarAsWeKnow(status: number): InngestState {
  const detail = `The server does not tell (${status}), and was told of no functions yet.`;
  return globalThis.patchbayRegistration ?? { state: "not registered", detail };
}

const listedFunctions = z.array(z.looseObject({}));

type ListedFunction = { slug: string; addresses: string[] };

/** Each function's slug, and every address in it; names of fields differ with the server's version. */
function readFunctions(text: string): ListedFunction[] | null {
  const parsed = z.union([listedFunctions, z.object({ data: listedFunctions })]).safeParse(readJson(text));
  if (!parsed.success) return null;
  const list = Array.isArray(parsed.data) ? parsed.data : parsed.data.data;
  return list.map((listed) => {
    const slug = listed.Slug ?? listed.slug;
    const addresses = JSON.stringify(listed).match(/https?:\/\/[^"\\\s]+/g) ?? [];
    return { slug: typeof slug === "string" ? slug : "", addresses };
  });
}

function judge(functions: readonly ListedFunction[]): InngestState {
  const slugs = functions.map(({ slug }) => slug);
  const missing = allJobs.map(({ id }) => `${appId}-${id}`).filter((slug) => !slugs.includes(slug));
  if (missing.length > 0) {
    const detail =
      functions.length === 0 ? "The server has no function of ours." : `Missing: ${missing.join(", ")}.`;
    return { state: "not registered", detail };
  }
  const { serveOrigin, servePath } = servedAt();
  const ours = `${serveOrigin}${servePath}`;
  const addresses = functions.flatMap((listed) =>
    listed.addresses.map((address) => address.split("?")[0] ?? ""),
  );
  const elsewhere = [...new Set(addresses.filter((address) => address !== ours))];
  if (elsewhere.length === 0) return { state: "registered", detail: null };
  return {
    state: "registered elsewhere",
    detail: shortened(`At ${elsewhere.join(", ")} instead of ${ours}.`),
  };
}

/** An empty list of events: the key is checked before it is read. */
async function tryEventKey(signal: AbortSignal): Promise<InngestState> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(eventAddress(), { method: "POST", headers, body: "[]", signal });
  const text = await response.text();
  if (response.status !== 401 && response.status !== 403) return { state: "registered", detail: null };
  return { state: "event key refused", detail: `${response.status} ${shortened(text)}` };
}

/** As the SDK proves who it is: the hash of the key, under the key's own prefix. */
function hashedSigningKey(): string {
  const key = env().INNGEST_SIGNING_KEY ?? "";
  const prefix = /^signkey-\w+-/.exec(key)?.[0] ?? "";
  return prefix + createHash("sha256").update(key.slice(prefix.length), "hex").digest("hex");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function describeReason(error: unknown): string {
  if (!(error instanceof Error)) return shortened(String(error));
  if (error.name === "TimeoutError") return "It did not answer in time.";
  const { cause } = error;
  return shortened(cause instanceof Error && cause.message ? cause.message : error.message);
}

function shortened(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, longestDetail);
}
