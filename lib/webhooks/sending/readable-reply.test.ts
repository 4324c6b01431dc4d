import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readableReply } from "./readable-reply.ts";

const timing = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: 1, totalMs: 2 };

async function read(bytes: Buffer, encoding?: string, more: { isBodyCut?: boolean } = {}) {
  const reply = await readableReply({
    ok: true,
    statusCode: 200,
    headers: encoding === undefined ? {} : { "content-encoding": encoding },
    body: bytes.toString("utf8"),
    bytes,
    isBodyCut: false,
    isBodyBroken: false,
    flaw: null,
    timing,
    ...more,
  });
  if (!reply.ok) throw new Error("An answer became a failure.");
  return reply;
}

describe("a packed answer is read, though nobody asked for one", () => {
  const text = "Danke für die Bestellung";

  test.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["br", brotliCompressSync(text)],
    ["zstd", zstdCompressSync(text)],
    ["br, gzip", gzipSync(brotliCompressSync(text))],
    [undefined, gzipSync(text)],
  ])("%s", async (encoding, bytes) => {
    expect(await read(bytes, encoding)).toMatchObject({ statusCode: 200, body: text, flaw: null });
  });
});

test("a plain answer that says it is packed is shown as it is", async () => {
  expect(await read(Buffer.from("ok"), "gzip")).toMatchObject({ body: "ok", flaw: null });
});

test.each([
  ["gzip that breaks off", gzipSync("x".repeat(50)).subarray(0, 14), "gzip"],
  ["a bomb", gzipSync(Buffer.alloc(8_000_000)), "gzip"],
  ["a coding nobody knows", Buffer.from([0xff, 0xfe, 0]), "lzma"],
])("%s costs the words of the answer, not its status", async (_case, bytes, encoding) => {
  expect(await read(bytes, encoding)).toMatchObject({
    ok: true,
    statusCode: 200,
    body: "",
    flaw: { code: "flaw_packed", params: {} },
  });
});

test("of a long answer the first 16 KiB are shown, unpacked", async () => {
  const reply = await read(gzipSync("y".repeat(100_000)), "gzip");
  expect(reply).toMatchObject({ body: "y".repeat(16_384), isBodyCut: true });
});

test.each([
  ["gzip", gzipSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["br", brotliCompressSync],
] as const)(
  "of a long answer that came packed in %s, what is kept is unpacked, and nothing is wrong",
  async (encoding, pack) => {
    const text = Array.from({ length: 9_000 }, (_, index) => `${(index * 2_654_435_761) % 999_983}`).join(
      " ",
    );
    const packed = pack(text);
    const { body, flaw } = await read(packed.subarray(0, packed.length - 5_000), encoding, {
      isBodyCut: true,
    });
    expect(body.length).toBeGreaterThan(1_000);
    expect(text.startsWith(body)).toBe(true);
    expect(flaw).toBeNull();
  },
);

test("of a long answer whose packing has nothing to show before its end nothing is shown, and nothing is wrong", async () => {
  const packed = zstdCompressSync(Array.from({ length: 9_000 }, (_, index) => `${index * 7_919}`).join(" "));
  const reply = await read(packed.subarray(0, packed.length - 1_000), "zstd", { isBodyCut: true });
  expect(reply).toMatchObject({ body: "", flaw: null });
});
