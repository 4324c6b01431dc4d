import { expect, test } from "vitest";
import { inboundRoute } from "./inbound-route.ts";

async function post(provider: string, integrationId: string | undefined) {
  let isRead = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        isRead = true;
        stream.enqueue(new Uint8Array(1_024));
        stream.close();
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request("http://localhost:3000/api/inbound/x", {
    method: "POST",
    body,
    ...{ duplex: "half" },
  });
  const params = Promise.resolve({ provider, ...(integrationId === undefined ? {} : { integrationId }) });
  const { status } = await inboundRoute(request, { params });
  return { status, isRead };
}

test.each([
  ["nothing", undefined],
  ["constructor", undefined],
  ["slack", "int_0199bf00112233445566778899aabbcc"],
  ["woocommerce", undefined],
  ["woocommerce", "int_0199bf00112233445566778899aabbcc"],
  ["woocommerce", "\0"],
  ["woocommerce", "\ud800"],
  ["woocommerce", "constructor"],
])("nothing is read for an address that is none: %j %j", async (provider, integrationId) => {
  expect(await post(provider, integrationId)).toEqual({ status: 404, isRead: false });
});

test("what comes to an address is read, and needs its signature", async () => {
  expect(await post("slack", undefined)).toEqual({ status: 401, isRead: true });
});
