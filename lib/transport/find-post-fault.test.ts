import { expect, test } from "vitest";
import { findPostFault } from "./find-post-fault.ts";

const boundary = "----between";
const isMultipart = { "content-type": `multipart/form-data; boundary=${boundary}` };
const fromScript = { "next-action": "60".padEnd(42, "0") };

type Fields = readonly (readonly [string, string])[];

const encode = (fields: Fields) =>
  `${fields
    .map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("")}--${boundary}--\r\n`;

async function statusOf(body: string, headers: Record<string, string> = isMultipart, method = "POST") {
  const request = new Request("https://patchbay.example/sign-up", {
    method,
    headers: { host: "patchbay.example", ...headers },
    ...(method === "GET" ? {} : { body }),
  });
  return (await findPostFault(request))?.status ?? "read";
}

/** As React writes a form whose action has a state before it. */
const written: Fields = [
  ["$ACTION_REF_2", ""],
  ["$ACTION_2:0", `{"id":"${"6".repeat(42)}","bound":"$@1"}`],
  ["$ACTION_2:1", '[{"kind":"none"}]'],
  ["$ACTION_KEY", "k0"],
  ["email", "guest@example.com"],
];
const withBound = (value: string): Fields =>
  written.map(([name, as]) => [name, name === "$ACTION_2:1" ? value : as]);
const called: Fields = [
  ["0", '[{},"$K1"]'],
  ["1_email", "guest@example.com"],
];

test.each([
  ["a form with a state", encode(written), isMultipart],
  ["a form without one", encode([["$ACTION_ID_40", ""]]), isMultipart],
  ["a form that is none of ours, which Next refuses itself", encode([["email", "x"]]), isMultipart],
  ["a call of a script with a form", encode(called), { ...isMultipart, ...fromScript }],
  ["a call of a script with values", '["whk_1"]', { "content-type": "text/plain", ...fromScript }],
  ["a call without values", "[]", { "content-type": "text/plain", ...fromScript }],
  ["what is no form", "email=x", { "content-type": "application/x-www-form-urlencoded" }],
  ["a form from here", encode(written), { ...isMultipart, origin: "https://patchbay.example" }],
])("%s is read by Next", async (_, body, headers) => {
  expect(await statusOf(body, headers)).toBe("read");
});

test.each([
  ["cut off", encode(written).slice(0, -30)],
  ["of no parts", "garbage"],
  ["empty", ""],
  [
    "with a part of no name",
    `--${boundary}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${boundary}--\r\n`,
  ],
  ["with a part of no head", `--${boundary}\r\nx\r\n--${boundary}--\r\n`],
  ["with a head that is none", `--${boundary}\r\n\0: \r\n\r\nx\r\n--${boundary}--\r\n`],
  ["without its state", encode(written.filter(([name]) => name !== "$ACTION_2:1"))],
  ["with the hidden fields of two forms", encode([...written.slice(0, 2), ["$ACTION_3:1", "[{}]"]])],
  ...["", "garbage", "{}", "[]", "null", '"$@1"', "[".repeat(5_000)].map((value): [string, string] => [
    `with ${value.slice(0, 20)} as its state`,
    encode(withBound(value)),
  ]),
])("a form %s is the sender's mistake, which Next would take for ours", async (_, body) => {
  expect(await statusOf(body)).toBe(400);
});

test.each([
  ["a cut form", encode(called).slice(0, -20), isMultipart],
  ["a form without its first part", encode([["1", "x"]]), isMultipart],
  ["a form whose first part is no list", encode([["0", "{}"]]), isMultipart],
  ["nothing", "", { "content-type": "text/plain" }],
  ["text", "garbage", { "content-type": "text/plain" }],
  ["an object", "{}", { "content-type": "text/plain" }],
  ["half a list", "[".repeat(50_000), { "content-type": "text/plain" }],
])("a call of a script with %s is the sender's mistake", async (_, body, headers) => {
  expect(await statusOf(body, { ...headers, ...fromScript })).toBe(400);
});

test("a form of more than 1 MiB is too large, whether its length is told or not", async () => {
  const body = encode([["about", "x".repeat(1_048_576)]]);
  expect(await statusOf(body)).toBe(413);
  expect(await statusOf(body, { ...isMultipart, "content-length": String(body.length) })).toBe(413);
  expect(await statusOf(encode([["about", "x".repeat(1_048_000)]]))).toBe("read");
});

test.each(["https://evil.example", "http://patchbay.example:81", "null", "garbage"])(
  "a form that %s sends a person with is refused unread",
  async (origin) => {
    expect(await statusOf("garbage", { ...isMultipart, origin })).toBe(403);
    expect(await statusOf("[]", { "content-type": "text/plain", ...fromScript, origin })).toBe(403);
  },
);

test("what is asked for is no form, whatever its headers say", async () => {
  expect(await statusOf("", { ...isMultipart, ...fromScript, origin: "null" }, "GET")).toBe("read");
});
