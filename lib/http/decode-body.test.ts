import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBody } from "./decode-body.ts";
import { decodeText } from "./decode-text.ts";

const text = JSON.stringify([{ id: 12, name: "Öl" }]);
const plain = Buffer.from(text);
const max = 1_000_000;

const read = async (bytes: Uint8Array, coding?: string) => decodeText(await decodeBody(bytes, coding, max));

describe("a packed body", () => {
  test.each<[string | undefined, Buffer]>([
    ["gzip", gzipSync(plain)],
    ["x-gzip", gzipSync(plain)],
    ["GZIP", gzipSync(plain)],
    ["deflate", deflateSync(plain)],
    ["deflate", deflateRawSync(plain)],
    ["br", brotliCompressSync(plain)],
    ["zstd", zstdCompressSync(plain)],
    ["gzip, br", brotliCompressSync(gzipSync(plain))],
    [" gzip , identity", gzipSync(plain)],
    ["identity", plain],
    ["", plain],
    [undefined, plain],
  ])("of coding %j is read", async (coding, bytes) => {
    expect(await read(bytes, coding)).toBe(text);
  });

  test("is read where the header went missing", async () => {
    expect(await read(gzipSync(plain))).toBe(text);
  });

  test.each(["gzip", "deflate", "br", "zstd"])(
    "that was unpacked on the way in spite of %s is read",
    async (coding) => {
      expect(await read(plain, coding)).toBe(text);
      expect(await read(Buffer.from(`\ufeff${text}`), coding)).toBe(text);
    },
  );

  test("of nothing is nothing", async () => {
    expect(await read(Buffer.alloc(0), "gzip")).toBe("");
  });

  test.each([
    ["gzip", gzipSync(plain).subarray(0, 20), /broken gzip/],
    ["br", Buffer.from([1, 2, 3, 4]), /broken br/],
    ["compress", plain, /unknown content coding compress/],
    ["gzip, gzip, gzip, gzip", plain, /more than 3/],
  ])("that cannot be read as %s is refused", async (coding, bytes, why) => {
    await expect(decodeBody(bytes, coding, max)).rejects.toThrow(why);
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
    ["gzip, gzip", (bytes) => gzipSync(gzipSync(bytes))],
  ])("of %s that unpacks to more than is allowed is refused", async (coding, pack) => {
    const bomb = pack(Buffer.alloc(50_000_000));
    await expect(decodeBody(bomb, coding, max)).rejects.toThrow(/more than 1000000 bytes/);
  });

  test("of any content comes out as it went in", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array(),
        fc.constantFrom("gzip", "br", "deflate", "zstd"),
        async (bytes, coding) => {
          const pack = {
            gzip: gzipSync,
            br: brotliCompressSync,
            deflate: deflateSync,
            zstd: zstdCompressSync,
          }[coding];
          expect(Buffer.from(await decodeBody(pack(bytes), coding, max))).toEqual(Buffer.from(bytes));
        },
      ),
    );
  });
});

describe("the text of a body", () => {
  test.each([
    ["a byte order mark", `\ufeff${text}`],
    ["two byte order marks", `\ufeff\ufeff${text}`],
    ["marks between blank lines", `\r\n\ufeff\n\ufeff${text}`],
  ])("has no %s", (_, marked) => {
    expect(decodeText(Buffer.from(marked))).toBe(text);
  });

  test("of UTF-16 is read by its byte order mark", () => {
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    expect(decodeText(little)).toBe(text);
    expect(decodeText(Buffer.from(little).swap16())).toBe(text);
  });

  test("keeps blank lines, and marks inside", () => {
    expect(decodeText(Buffer.from(`\n {"a":"\ufeffb"}`))).toBe(`\n {"a":"\ufeffb"}`);
  });
});
