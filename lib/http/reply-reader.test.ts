import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EarlyEnd, ReplyReader } from "./reply-reader.ts";

function read(pieces: readonly Buffer[], how: EarlyEnd = "ended") {
  const reader = new ReplyReader({ method: "POST", maxBodyBytes: 1_000 });
  for (const piece of pieces) reader.push(piece);
  const isReusable = reader.isReusable;
  reader.end(how);
  return { result: reader.result(), isReusable };
}

/** Cuts the bytes at these places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
}

const places = fc.array(fc.nat(2_000), { maxLength: 12 });
const status = fc.integer({ min: 200, max: 599 });
const junk = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom(
          "\r\n",
          "\n",
          "\r",
          "\0",
          ": ",
          "content-length: 5\r\n",
          "content-length: x\r\n",
          "content-length: 99999999999999999999\r\n",
          "transfer-encoding: chunked\r\n",
          "\r\n0\r\n\r\n",
          "\r\n5\r\nabcde\r\n",
          "HTTP/1.1 500 Later\r\n\r\n",
          " folded\r\n",
          "connection: close\r\n",
          "x".repeat(3_000),
        )
        .map((text) => Buffer.from(text)),
    ),
    { maxLength: 30 },
  )
  .map((parts) => Buffer.concat(parts));
const announcements = fc
  .array(
    fc.constantFrom(
      "HTTP/1.1 100 Continue\r\n\r\n",
      "HTTP/1.1 103 Early Hints\r\nlink: <a>\r\n\r\n",
      "\r\n",
      "\n",
    ),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(""));
const ending = fc.constantFrom<EarlyEnd>("ended", "broken", { deadlineSeconds: 15 });

describe("once a final status line was read, it decides", () => {
  test("whatever follows it, in whatever pieces, and however the connection ends", () => {
    fc.assert(
      fc.property(announcements, status, junk, places, ending, (before, statusCode, after, cuts, how) => {
        const bytes = Buffer.concat([Buffer.from(`${before}HTTP/1.1 ${statusCode} Words\r\n`), after]);
        expect(read(cut(bytes, cuts), how).result).toMatchObject({ statusCode });
      }),
      { numRuns: 500 },
    );
  });

  test("the pieces change nothing of what is read", () => {
    fc.assert(
      fc.property(
        fc.oneof(junk, fc.constant(Buffer.alloc(0))),
        announcements,
        junk,
        places,
        ending,
        (first, before, after, cuts, how) => {
          const bytes = Buffer.concat([first, Buffer.from(`${before}HTTP/1.1 200 OK\r\n`), after]);
          expect(read(cut(bytes, cuts), how)).toEqual(read([bytes], how));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("any bytes at all lead to an answer or to a reason, never to an exception", () => {
    fc.assert(
      fc.property(fc.oneof(junk, fc.uint8Array({ maxLength: 300 })), places, ending, (bytes, cuts, how) => {
        const { result } = read(cut(Buffer.from(bytes), cuts), how);
        expect(result).not.toBeNull();
        if (result && "problem" in result) expect(result.problem.params.reason).toMatch(/^[a-z0-9_]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a connection is used again only where it is certain where the answer ends", () => {
  test.each([
    ["a length", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"],
    ["the same length twice", "HTTP/1.1 200 OK\r\ncontent-length: 2, 2\r\n\r\nok"],
    ["chunks", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"],
    ["204", "HTTP/1.1 204 No Content\r\n\r\n"],
  ])("it is by %s", (_case, text) => {
    expect(read([Buffer.from(text)]).isReusable).toBe(true);
  });

  test.each([
    [
      "a close that was announced",
      "HTTP/1.1 200 OK\r\nConnection: foo, Close\r\ncontent-length: 2\r\n\r\nok",
    ],
    ["HTTP/1.0", "HTTP/1.0 200 OK\r\nconnection: keep-alive\r\ncontent-length: 2\r\n\r\nok"],
    ["lengths that differ", "HTTP/1.1 200 OK\r\ncontent-length: 2, 3\r\n\r\nok"],
    ["a length with a sign", "HTTP/1.1 200 OK\r\ncontent-length: +2\r\n\r\nok"],
    [
      "a length and chunks",
      "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
    ["a folded header", "HTTP/1.1 200 OK\r\nx: a\r\n b\r\ncontent-length: 2\r\n\r\nok"],
    ["a space before the colon", "HTTP/1.1 200 OK\r\ncontent-length : 2\r\n\r\nok"],
    ["a header that is none", "HTTP/1.1 200 OK\r\nwhat\r\ncontent-length: 2\r\n\r\nok"],
    ["101, after which another protocol comes", "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n"],
    ["204 that states a length", "HTTP/1.1 204 No Content\r\ncontent-length: 2\r\n\r\n"],
    ["bytes after the answer", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok!"],
    ["no length", "HTTP/1.1 200 OK\r\n\r\nok"],
    ["a body beyond what is kept", `HTTP/1.1 200 OK\r\ncontent-length: 2000\r\n\r\n${"x".repeat(2_000)}`],
  ])("it is not by %s", (_case, text) => {
    expect(read([Buffer.from(text)]).isReusable).toBe(false);
  });
});

describe("an answer without a body is over with its head, and nobody waits for more", () => {
  test.each([
    ["204", "POST", "HTTP/1.1 204 No Content\r\n\r\n"],
    ["205 without a length", "POST", "HTTP/1.1 205 Reset Content\r\n\r\n"],
    ["304 that states a length", "GET", "HTTP/1.1 304 Not Modified\r\ncontent-length: 5\r\n\r\n"],
    ["a length of nothing", "POST", "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"],
    ["HEAD, whatever length is stated", "HEAD", "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n"],
    ["HEAD, though chunks are announced", "HEAD", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"],
  ])("%s", (_case, method, head) => {
    const reader = new ReplyReader({ method, maxBodyBytes: 1_000 });
    reader.push(Buffer.from(head));
    expect(reader.isDone).toBe(true);
    expect(reader.result()).toMatchObject({ isBodyBroken: false, flaw: null });
  });
});

test("a chunk that is longer than it says ends the reading, and what is inside of it is no chunk", () => {
  const chunk = "1\r\nok\r\n2\r\nno\r\n0\r\n\r\n";
  const { result, isReusable } = read([
    Buffer.from(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${chunk}`),
  ]);
  expect(isReusable).toBe(false);
  expect(result).toMatchObject({
    statusCode: 200,
    isBodyBroken: true,
    flaw: { code: "flaw_chunks_unreadable" },
  });
});

describe("what never ends is given up after some KiB, and the status counts", () => {
  const chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";

  test.each([
    ["the line of a chunk's size", chunked, "1", "flaw_chunks_unreadable"],
    ["the extension of a chunk", `${chunked}1;a=`, "x", "flaw_chunks_unreadable"],
    ["trailers after the last chunk", `${chunked}0\r\n`, "x: 1\r\n", null],
    ["one trailer", `${chunked}0\r\nx: `, "x", null],
    ["headers", "HTTP/1.1 200 OK\r\n", "x: 1\r\n", "flaw_headers_too_long"],
    ["one header", "HTTP/1.1 200 OK\r\nx: ", "x", "flaw_headers_too_long"],
  ])("%s", (_case, start, more, flaw) => {
    const reader = new ReplyReader({ method: "POST", maxBodyBytes: 1_000 });
    reader.push(Buffer.from(start));
    const piece = Buffer.from(more.repeat(1_024));
    for (let count = 0; count < 200 && !reader.isDone; count += 1) reader.push(piece);
    expect(reader.isDone).toBe(true);
    expect(reader.isReusable).toBe(false);
    const result = reader.result();
    expect(result && "flaw" in result ? (result.flaw?.code ?? null) : result).toBe(flaw);
  });
});

test("headers of one name are joined, also over two lines, in UTF-8 or Latin-1", () => {
  const head = Buffer.concat([
    Buffer.from("HTTP/1.1 200 OK\r\nX-A: one\r\nx-a: two\r\n\tthree\r\nx-b: grüezi\r\nx-c:\r\nx-d: gr"),
    Buffer.from([0xfc]),
    Buffer.from("ezi\r\ncontent-length: 0\r\n\r\n"),
  ]);
  expect(read([head]).result).toMatchObject({
    headers: { "x-a": "one, two three", "x-b": "grüezi", "x-c": "", "x-d": "grüezi" },
  });
});

test("a byte at a time a large head is read in linear time", () => {
  const reader = new ReplyReader({ method: "POST", maxBodyBytes: 1_000 });
  const bytes = Buffer.from(`HTTP/1.1 200 OK\r\nx: ${"v".repeat(60_000)}\r\n`);
  for (let index = 0; index < bytes.length; index++) reader.push(bytes.subarray(index, index + 1));
  reader.end("broken");
  expect(reader.result()).toMatchObject({ statusCode: 200 });
});
