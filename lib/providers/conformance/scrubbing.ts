import { afterEach, describe, expect, test } from "vitest";
import { toProviderError } from "#lib/integrations/calls/to-provider-error.ts";
import { render } from "#lib/words/render.ts";
import type { Call, ProviderReply } from "../contract/call.ts";
import type { Provider } from "../contract/provider.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";

const person = "marta.rossi@guest.example";
const phone = "+39 06 1234 5678";
const token = "xoxb-210987654321-Zk3vQ9pL";
const told = `No ${person}, ${phone}, ${token}.`;

/** A refusal in the form of each vendor at once: whichever fields an app reads, they tell of a person. */
const refusal = {
  ok: false,
  error: told,
  error_description: told,
  errors: [{ message: told, field: told, reason: told, code: told, context: { propertyName: [told] } }],
  errorCode: told,
  name: told,
  code: told,
  status: "error",
  title: told,
  detail: told,
  message: told,
  category: told,
  details: [{ issue: told, description: told, field: told, reason: told }],
  data: { status: 400, params: { [told]: told } },
  instance: told,
  correlationId: told,
  debug_id: told,
};
const bodies = {
  "an object": refusal,
  "a list": [refusal],
  "an error within": { error: { ...refusal, code: 400, errors: [refusal], status: told } },
  "a page": `<html><title>${told}</title><body>${told}</body></html>`,
};
const statuses = [200, 400, 401, 403, 404, 409, 422, 429, 500];

function refusing(call: Call, status: number, body: unknown): Call {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const reply: ProviderReply = {
    status,
    headers: {},
    text,
    json: typeof body === "string" ? undefined : body,
  };
  return {
    ...call,
    request: async () => reply,
    fetch: async () => new Response(text, { status, headers: { "content-type": "application/json" } }),
  };
}

function listUses(provider: Provider, call: Call): (() => Promise<unknown>)[] {
  return [
    async () => provider.identify(call),
    ...Object.values(provider.resources).map(
      (resource) => async () => resource.list(call, { cursor: null, limit: 10 }),
    ),
    ...Object.values(provider.actions).map((action) => async () => action.run(call, action.example)),
  ];
}

/** What a provider says in refusing is kept without the people and the secrets in it, whoever words it. */
export function testScrubbing(provider: Provider): void {
  let scene: ProviderTest | undefined;
  afterEach(() => scene?.stop());

  describe(`${provider.id}, in refusing,`, () => {
    test("may speak of a person and of a token, and nothing of it is kept", {
      timeout: 240_000,
    }, async () => {
      const started = await startProviderTest(provider);
      scene = started;
      // All at once: some look for what they sent for a while.
      const answers = await Promise.allSettled(
        Object.values(bodies).flatMap((body) =>
          statuses.flatMap((status) =>
            listUses(provider, refusing(started.call(), status, body)).map((use) => use()),
          ),
        ),
      );
      const failures = answers.flatMap((answer) =>
        answer.status === "rejected" ? (toProviderError(provider, answer.reason) ?? []) : [],
      );
      expect(failures.length).toBeGreaterThan(10);
      for (const { message, detail = "", said } of failures) {
        for (const kept of [message, detail, JSON.stringify(said), render(said)]) {
          expect(kept).not.toMatch(/marta|guest\.example|1234 5678|Zk3vQ9pL|210987654321/);
        }
      }
    });
  });
}
