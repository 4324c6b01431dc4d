import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonExcess } from "./json-excess.ts";
import { readJsonBody } from "./read-body.ts";

function read(body: string | Uint8Array<ArrayBuffer> | ReadableStream, headers: Record<string, string> = {}) {
  const request = new Request("http://localhost:3000/api/events", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  return readJsonBody(request, 1_048_576);
}

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("a body is read when", () => {
  test.each<[string, string, Record<string, string>]>([
    ["it begins with a byte order mark", "\ufeff{}", {}],
    ["its charset is named", "{}", { "content-type": "application/json; charset=utf-8" }],
    ["its charset is quoted and in capitals", "{}", { "content-type": 'Application/JSON;Charset="UTF-8"' }],
    ["its encoding is none", "{}", { "content-encoding": "identity" }],
  ])("%s", async (_, body, headers) => {
    expect(await read(body, headers)).toEqual({});
  });

  test("it is as deep as it may be, and brackets in a text do not count", async () => {
    expect(await read(nested(64))).toBeInstanceOf(Array);
    const text = "[[".repeat(100);
    expect(await read(JSON.stringify([`${text}\\"${text}`]))).toEqual([`${text}\\"${text}`]);
  });
});

describe("a body is refused when", () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
    ["it is compressed", "{}", { "content-encoding": "gzip" }, 415, "unsupported_content_encoding"],
    ["its encoding is unknown", "{}", { "content-encoding": "x-new" }, 415, "unsupported_content_encoding"],
    [
      "it is encoded twice",
      "{}",
      { "content-encoding": "identity, br" },
      415,
      "unsupported_content_encoding",
    ],
    [
      "its charset is another",
      "{}",
      { "content-type": "application/json;charset=latin1" },
      415,
      "unsupported_charset",
    ],
    ["its type is another", "{}", { "content-type": "text/json" }, 415, "unsupported_media_type"],
    ["it is not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), {}, 400, "malformed_json"],
    ["it is UTF-16", new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), {}, 400, "malformed_json"],
    ["it is too deep", nested(65), {}, 400, "json_too_deep"],
    ["it is deep and never closes", "[".repeat(1_000_000), {}, 400, "json_too_deep"],
    ["it is deep in objects", '{"a":'.repeat(65), {}, 400, "json_too_deep"],
    ["it has too many values", `[${"1,".repeat(200_000)}1]`, {}, 413, "body_too_large"],
    ["it has too many empty lists", `[${"[],".repeat(110_000)}1]`, {}, 413, "body_too_large"],
    ["it is two values", "{}{}", {}, 400, "malformed_json"],
    ["it is too long", `"${"x".repeat(1_048_576)}"`, {}, 413, "body_too_large"],
  ])("%s", async (_, body, headers, status, code) => {
    await expect(read(body, headers)).rejects.toMatchObject({ status, code, fieldErrors: [{ path: "" }] });
  });

  test("its sender hangs up", async () => {
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode('{"a":')),
      pull: (stream) => stream.error(new Error("aborted")),
    });
    await expect(read(body)).rejects.toMatchObject({ status: 400, code: "body_cut_off" });
  });
});

test("no JSON within the limits is taken for one past them", () => {
  const value = fc.jsonValue({ maxDepth: 20 });
  fc.assert(
    fc.property(value, (one) => {
      expect(jsonExcess(JSON.stringify(one))).toBeNull();
    }),
  );
});
