import { afterEach, expect, test } from "vitest";
import type { OutboundFailure } from "#lib/failures/attempt-failures.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { render } from "#lib/words/render.ts";
import { providerClient } from "./provider-client.ts";
import { sendRequest } from "./send-request.ts";

afterEach(() => {
  globalThis.patchbayProviderClients = undefined;
});

const host = "ana.example";

test.each<[OutboundFailure, RegExp]>([
  [{ code: "dns", params: { reason: "not_found", host } }, /^The name ana\.example does not exist\.$/],
  [
    { code: "tls", params: { reason: "expired", host, port: 443 } },
    /certificate of ana\.example has expired/,
  ],
  [{ code: "tls", params: { reason: "unknown_issuer", host, port: 443 } }, /chain is incomplete/],
  [{ code: "connection_reset", params: { reason: "mid_answer" } }, /could not be reached. Try again/],
])("an app that cannot be reached says why, where waiting will not mend it: %j", async (failure, words) => {
  const timing = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: 1 };
  const sandbox = providerClient("sandbox");
  const live = { ...sandbox, send: async () => ({ ok: false, failure, timing }) as const };
  globalThis.patchbayProviderClients = { sandbox, live };
  const provider = { id: "woocommerce", name: "WooCommerce" };
  const request = { method: "GET", url: `https://${host}/`, headers: {}, timeoutMs: 1_000 };
  const error = await sendRequest({ provider, environment: "live", ...request }, []).catch(
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(ProviderError);
  expect(error).toMatchObject({ kind: "unavailable" });
  expect(render(error.said)).toMatch(words);
});
