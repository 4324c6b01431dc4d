import { createServer, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { attemptMessage } from "#lib/deliveries/attempt-message.ts";
import { readAnswer } from "#lib/webhooks/sending/read-answer.ts";
import { answered, failed, listen, post, testClient } from "./testing.ts";

/** What one raw endpoint says to one event: how often it was asked, and what is made of its answer. */
async function ask(say: string | Buffer | ((socket: Socket) => void), body = "{}") {
  let requests = 0;
  const server = createServer((socket) => {
    let isAsked = false;
    socket.on("data", () => {
      if (isAsked) return;
      isAsked = true;
      requests++;
      if (typeof say === "function") say(socket);
      else socket.write(say);
    });
  });
  const { port } = await listen(server);
  const reply = await testClient().send(post(`http://127.0.0.1:${port}/`, { body, timeoutMs: 700 }));
  const answer = readAnswer(reply);
  const outcome = answer.hasSucceeded ? "delivered" : answer.isFinal ? "failed" : "retrying";
  const message = attemptMessage(answer);
  expect(requests).toBe(1);
  return { reply, outcome, message };
}

const ok = "HTTP/1.1 200 OK\r\n";
const end = "content-length: 2\r\n\r\nok";

describe("an acceptance counts, however it is framed", () => {
  test.each<[string, string | Buffer | ((socket: Socket) => void), number]>([
    ["204 that states a length", "HTTP/1.1 204 No Content\r\ncontent-length: 2\r\n\r\n", 204],
    ["204 with a body", "HTTP/1.1 204 No Content\r\ncontent-length: 2\r\n\r\nok", 204],
    ["204 that is chunked", "HTTP/1.1 204 No Content\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n", 204],
    ["204 without any header", "HTTP/1.1 204\r\n\r\n", 204],
    ["205 without a length", "HTTP/1.1 205 Reset Content\r\n\r\n", 205],
    ["202 after 100", `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\n${end}`, 202],
    ["100 that states a length", `HTTP/1.1 100 Continue\r\ncontent-length: 5\r\n\r\n${ok}${end}`, 200],
    ["100 that is chunked", `HTTP/1.1 100 Continue\r\ntransfer-encoding: chunked\r\n\r\n${ok}${end}`, 200],
    [
      "102 and 103 before",
      `HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: <a>\r\n\r\n${ok}${end}`,
      200,
    ],
    ["many 102 before", `${"HTTP/1.1 102 Processing\r\n\r\n".repeat(50)}${ok}${end}`, 200],
    ["an unknown 199 before", `HTTP/1.1 199 Odd\r\n\r\n${ok}${end}`, 200],
    ["HTTP/1.0 with a length", `HTTP/1.0 200 OK\r\n${end}`, 200],
    ["HTTP/1.0 that ends by closing", (socket) => socket.end("HTTP/1.0 200 OK\r\n\r\nok"), 200],
    ["neither length nor end", "HTTP/1.1 200 OK\r\n\r\nok", 200],
    ["two lengths that agree", `${ok}content-length: 2\r\n${end}`, 200],
    ["a list of lengths that agree", `${ok}content-length: 2, 2\r\n\r\nok`, 200],
    ["two lengths that differ", `${ok}content-length: 5\r\n${end}`, 200],
    ["a length that is no number", `${ok}content-length: two\r\n\r\nok`, 200],
    ["an empty length", `${ok}content-length:\r\n\r\nok`, 200],
    ["a negative length", `${ok}content-length: -1\r\n\r\nok`, 200],
    ["a length beyond all numbers", `${ok}content-length: ${"9".repeat(400)}\r\n\r\nok`, 200],
    [
      "a length and chunks",
      `${ok}content-length: 99\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
      200,
    ],
    ["chunks that are none", `${ok}transfer-encoding: chunked\r\n\r\nzz\r\nok`, 200],
    ["a chunk of negative size", `${ok}transfer-encoding: chunked\r\n\r\n-2\r\nok\r\n0\r\n\r\n`, 200],
    [
      "a chunk that is longer than it says",
      `${ok}transfer-encoding: chunked\r\n\r\n1\r\nok\r\n0\r\n\r\n`,
      200,
    ],
    ["a chunk of immense size", `${ok}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\nok`, 200],
    [
      "chunks with extensions and trailers",
      `${ok}transfer-encoding: chunked\r\n\r\n2;a=b\r\nok\r\n0\r\nx: y\r\n\r\n`,
      200,
    ],
    [
      "chunks whose sizes have zeros in front",
      `${ok}transfer-encoding: chunked\r\n\r\n${"0".repeat(30)}2\r\nok\r\n${"0".repeat(20)}\r\n\r\n`,
      200,
    ],
    ["chunks without their end", `${ok}transfer-encoding: chunked\r\n\r\n2\r\nok\r\n`, 200],
    ["chunks without the last line", `${ok}transfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n`, 200],
    [
      "chunks over HTTP/1.0",
      "HTTP/1.0 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
      200,
    ],
    ["a transfer coding nobody knows", `${ok}transfer-encoding: lzma\r\n\r\nok`, 200],
    ["a body that breaks off", (socket) => socket.end(`${ok}content-length: 9\r\n\r\nok`), 200],
    [
      "a chunked body that breaks off",
      (socket) => socket.end(`${ok}transfer-encoding: chunked\r\n\r\n9\r\nok`),
      200,
    ],
    [
      "a body that is cut by a reset",
      (socket) => socket.write(`${ok}content-length: 9\r\n\r\nok`, () => socket.resetAndDestroy()),
      200,
    ],
    [
      "a reset right after the status line",
      (socket) => socket.write(ok, () => socket.resetAndDestroy()),
      200,
    ],
    ["a close right after the status line", (socket) => socket.end(ok), 200],
    ["headers that break off", (socket) => socket.end(`${ok}content-le`), 200],
    ["headers that never end", ok, 200],
    ["nothing after its code", (socket) => socket.end("HTTP/1.1 200"), 200],
    ["a reason that never ends", (socket) => socket.end("HTTP/1.1 200 Very"), 200],
    ["bare line feeds", "HTTP/1.1 200 OK\ncontent-length: 2\n\nok", 200],
    ["mixed line ends", "HTTP/1.1 200 OK\ncontent-length: 2\r\n\nok", 200],
    ["two carriage returns", "HTTP/1.1 200 OK\r\r\ncontent-length: 2\r\r\n\r\r\nok", 200],
    ["a header over two lines", `${ok}x-a: one\r\n two\r\n${end}`, 200],
    ["a header over two lines that is the first", `${ok} two\r\n${end}`, 200],
    ["no reason", "HTTP/1.1 200\r\ncontent-length: 2\r\n\r\nok", 200],
    ["an empty reason", "HTTP/1.1 200 \r\ncontent-length: 2\r\n\r\nok", 200],
    ["a reason in Latin-1", Buffer.from(`HTTP/1.1 200 Verf\xfcgbar\r\n${end}`, "latin1"), 200],
    ["lower case", `http/1.1 200 ok\r\n${end}`, 200],
    ["two spaces", `HTTP/1.1  200  OK\r\n${end}`, 200],
    ["a version of its own", `HTTP/2 200\r\n${end}`, 200],
    ["empty lines before", `\r\n\n\r\n${ok}${end}`, 200],
    ["header bytes in Latin-1", Buffer.from(`${ok}x-a: gr\xfcezi\r\n${end}`, "latin1"), 200],
    ["header bytes in UTF-8", `${ok}x-a: grüezi\r\n${end}`, 200],
    ["NUL in a header", `${ok}x-a: a\0b\r\n${end}`, 200],
    ["a header without a colon", `${ok}no colon here\r\n${end}`, 200],
    ["a header without a name", `${ok}: nothing\r\n${end}`, 200],
    ["a space before the colon", `${ok}content-length : 2\r\n\r\nok`, 200],
    ["an empty header", `${ok}x-a:\r\n${end}`, 200],
    ["500 headers", `${ok}${"x-a: 1\r\n".repeat(500)}${end}`, 200],
    ["a header of 40 kB", `${ok}x-a: ${"v".repeat(40_000)}\r\n${end}`, 200],
    ["a header of 200 kB", `${ok}x-a: ${"v".repeat(200_000)}\r\n${end}`, 200],
    ["a body beyond what is kept", `${ok}content-length: 100000\r\n\r\n${"x".repeat(100_000)}`, 200],
    ["bytes after the answer", `${ok}${end}HTTP/1.1 500 Smuggled\r\n\r\n`, 200],
    ["garbage after 204", "HTTP/1.1 204 No Content\r\n\r\n\0\x01\xffgarbage\r\n\r\n", 204],
    ["half a connection closed after the answer", (socket) => socket.end(`${ok}${end}`), 200],
  ])("%s", async (_case, say, statusCode) => {
    const { reply, outcome, message } = await ask(say);
    expect(answered(reply).statusCode).toBe(statusCode);
    expect(outcome).toBe("delivered");
    expect(message).toMatch(new RegExp(`^The endpoint accepted it \\(${statusCode}\\)\\.`));
  });
});

test("an answer in chunks counts soon after the last of them, though the line that ends it never comes", async () => {
  const { port } = await listen(
    createServer((socket) => {
      socket.on("data", () => socket.write(`${ok}transfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n`));
    }),
  );
  // Longer than a test may take.
  const reply = await testClient().send(post(`http://127.0.0.1:${port}/`, { timeoutMs: 300_000 }));
  expect(answered(reply)).toMatchObject({ statusCode: 200, body: "ok", isBodyBroken: false, flaw: null });
});

describe("a refusal counts as well, with its status", () => {
  test.each<[string, string | ((socket: Socket) => void), number, string]>([
    ["304 that states a length", "HTTP/1.1 304 Not Modified\r\ncontent-length: 5\r\n\r\n", 304, "retrying"],
    [
      "500 that breaks off",
      (socket) => socket.end("HTTP/1.1 500 Oops\r\ncontent-length: 9\r\n\r\n"),
      500,
      "retrying",
    ],
    [
      "500 reset after its first line",
      (socket) => socket.write("HTTP/1.1 500 Oops\r\n", () => socket.resetAndDestroy()),
      500,
      "retrying",
    ],
    ["410 whose headers never end", "HTTP/1.1 410 Gone\r\n", 410, "failed"],
    ["101 unasked", "HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n", 101, "retrying"],
    ["000", "HTTP/1.1 000 None\r\ncontent-length: 0\r\n\r\n", 0, "retrying"],
    ["999", "HTTP/1.1 999 Denied\r\ncontent-length: 0\r\n\r\n", 999, "retrying"],
  ])("%s", async (_case, say, statusCode, expected) => {
    const { reply, outcome, message } = await ask(say);
    expect(answered(reply).statusCode).toBe(statusCode);
    expect(outcome).toBe(expected);
    expect(message).toContain(`(${statusCode}`);
  });
});

describe("without a status line there is no answer, and the message says what came instead", () => {
  test.each<[string, string | Buffer | ((socket: Socket) => void), string, string]>([
    ["nothing", (socket) => socket.end(), "connection_reset", "closed the connection without an answer"],
    [
      "a reset",
      (socket) => socket.resetAndDestroy(),
      "connection_reset",
      "closed the connection without an answer",
    ],
    [
      "an announcement only",
      (socket) => socket.end("HTTP/1.1 100 Continue\r\n\r\n"),
      "connection_reset",
      "announced an answer (100) and closed",
    ],
    [
      "an announcement that hangs",
      "HTTP/1.1 102 Processing\r\n\r\n",
      "timeout",
      "announced an answer (102) and did not answer within 0.7 s",
    ],
    [
      "half an announcement",
      (socket) => socket.end("HTTP/1.1 103 Early Hints\r\nlink: <"),
      "connection_reset",
      "announced an answer (103)",
    ],
    [
      "endless announcements",
      "HTTP/1.1 102 Processing\r\n\r\n".repeat(9_000),
      "protocol",
      "without a final answer",
    ],
    [
      "a part of a status line",
      (socket) => socket.end("HTTP/1.1 20"),
      "connection_reset",
      "in the first line",
    ],
    ["a status of two digits", "HTTP/1.1 20 OK\r\n\r\n", "protocol", "“HTTP/1.1 20 OK” is not a status line"],
    ["a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n", "protocol", "is not a status line"],
    ["a status in words", "HTTP/1.1 OK\r\n\r\n", "protocol", "is not a status line"],
    ["garbage before a status line", `xyz\r\n${ok}${end}`, "protocol", "begins with “xyz”"],
    [
      "another protocol",
      (socket) => socket.write("SSH-2.0-OpenSSH_9.7\r\n"),
      "protocol",
      "begins with “SSH-2.0-OpenSSH_9.7”",
    ],
    [
      "a page alone",
      "<!DOCTYPE html><html><body>It works</body></html>\n",
      "protocol",
      "a page without a status line",
    ],
    [
      "a TLS alert",
      (socket) => socket.end(Buffer.from([0x15, 3, 1, 0, 2, 2, 70])),
      "protocol",
      "must start with https://",
    ],
    [
      "HTTP/2",
      (socket) => socket.end(Buffer.from("00001204000000000000030000008000040001000000050000400000", "hex")),
      "protocol",
      "speaks HTTP/2",
    ],
    ["endless empty lines", "\r\n".repeat(40_000), "protocol", "more than 64 KiB"],
    ["a line that never ends", "x".repeat(70_000), "protocol", "begins with “xxx"],
    ["silence", () => {}, "timeout", "did not answer within 0.7 s"],
    ["bytes without an end", "ab", "protocol", "begins with “ab”"],
  ])("%s", async (_case, say, failureCode, words) => {
    const { reply, outcome, message } = await ask(say);
    expect(failed(reply).failure.code).toBe(failureCode);
    expect(outcome).toBe("retrying");
    expect(message).toContain(words);
  });
});

describe("what was wrong after the status line is said", () => {
  test.each<[string, string | ((socket: Socket) => void), string]>([
    [
      "a body that breaks off",
      (socket) => socket.end(`${ok}content-length: 9\r\n\r\nok`),
      "Its answer ended too early.",
    ],
    ["an endless body", `${ok}content-length: 9\r\n\r\nok`, "Its answer did not end within 0.7 seconds."],
    ["headers that break off", (socket) => socket.end(ok), "Its answer ended in its headers."],
    [
      "lengths that differ",
      `${ok}content-length: 2, 5\r\n\r\nok`,
      "Its answer states several lengths that contradict each other.",
    ],
    [
      "bad chunks",
      `${ok}transfer-encoding: chunked\r\n\r\nzz\r\n`,
      "Its answer has chunks that cannot be read.",
    ],
    ["long headers", `${ok}x: ${"v".repeat(70_000)}\r\n\r\n`, "Its answer has more than 64 KiB of headers."],
  ])("%s", async (_case, say, words) => {
    expect((await ask(say)).message).toBe(`The endpoint accepted it (200). ${words}`);
  });

  test.each([
    `${ok}${end}`,
    `${ok}transfer-encoding: chunked\r\n\r\n${"0".repeat(30)}2\r\nok\r\n${"0".repeat(20)}\r\n\r\n`,
    `${ok}transfer-encoding: Chunked;q=1\r\n\r\n2\r\nok\r\n0\r\n\r\n`,
  ])("and nothing is said of a good answer: %j", async (answer) => {
    expect((await ask(answer)).message).toBe("The endpoint accepted it (200).");
  });
});

describe("an answer that comes before the whole body was sent", () => {
  const body = "x".repeat(20_000_000);

  test.each<[string, (socket: Socket) => void]>([
    ["and a reset", (socket) => socket.pause().write(`${ok}${end}`, () => socket.resetAndDestroy())],
    ["and a close", (socket) => socket.pause().end(`${ok}${end}`)],
    ["and silence", (socket) => socket.pause().write(`${ok}${end}`)],
  ])("%s counts", async (_case, say) => {
    const { reply, outcome } = await ask(say, body);
    expect(answered(reply)).toMatchObject({ statusCode: 200, body: "ok" });
    expect(outcome).toBe("delivered");
  });
});
