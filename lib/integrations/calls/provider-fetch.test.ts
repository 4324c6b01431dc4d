import fc from "fast-check";
import { expect, test } from "vitest";
import { plainRequest, readRequest, toResponse } from "./provider-fetch.ts";

test.each([0, 101, 600, 999])(
  "the status %i, which a Response cannot have, counts as 500",
  async (status) => {
    const response = toResponse({ status, headers: {}, text: "words" });
    expect([response.status, await response.text()]).toEqual([500, "words"]);
  },
);

test.each([204, 205, 304])("%i has no body", (status) => {
  expect(toResponse({ status, headers: {}, text: "words" })).toMatchObject({ status, body: null });
});

test("headers that a Response cannot have are left out, the others stay", () => {
  const headers = { "x-a": "1", "x-b": "€", "x-c": "a\ufffdb", "two words": "2", "x-d": "grüezi" };
  const response = toResponse({ status: 200, headers, text: "" });
  expect([...response.headers.keys()]).toEqual(["content-type", "x-a", "x-d"]);
});

const pairs = fc.array(fc.tuple(fc.string({ maxLength: 5 }), fc.string({ unit: "grapheme", maxLength: 9 })));
const bodies = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.string({ unit: "grapheme" }),
  pairs.map((entries) => new URLSearchParams(entries)),
);
const names = ["Accept", "content-type", "X-Odd", "Authorization", "x-odd"];
const headers = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom("a", " b ", "text/x; q=1", "")));
const addresses = fc.constantFrom(
  "https://pos.example",
  "https://POS.example:443/a b?c=ü&d#e",
  "https://x.example/%7e",
);

test("what is asked plainly is read as a Request reads it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ body: bodies, headers, address: addresses, isUrl: fc.boolean() }),
      fc.constantFrom("POST", "put", "PATCH", "DELETE", "delete"),
      async ({ body, headers, address, isUrl }, method) => {
        const init: RequestInit = { method, headers, ...(body === undefined ? {} : { body }) };
        const input = isUrl ? new URL(address) : address;
        const asked = plainRequest(input, init);
        const { body: bytes, ...read } = await readRequest(new Request(input, init));
        expect({ ...asked, body: new Uint8Array(Buffer.from(asked?.body ?? "")) }).toEqual({
          ...read,
          body: new Uint8Array(bytes === undefined ? [] : Buffer.from(bytes)),
        });
      },
    ),
  );
});

test("a look without anything is a GET", () => {
  const asked = { method: "GET", url: "https://pos.example/", headers: {}, body: undefined };
  expect(plainRequest("https://pos.example")).toEqual(asked);
});

test("bytes, streams and Requests are left to the Fetch standard's own reader", () => {
  const url = "https://pos.example/";
  expect(plainRequest(new Request(url))).toBeNull();
  for (const body of [new Uint8Array(1), new Blob(["a"]), new FormData(), new ReadableStream()]) {
    expect(plainRequest(url, { method: "POST", body })).toBeNull();
  }
});
