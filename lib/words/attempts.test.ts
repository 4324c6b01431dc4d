import { describe, expect, test } from "vitest";
import type {
  AttemptFailureParams,
  AttemptSuccessParams,
  FlawParams,
  OutboundFailureParams,
} from "#lib/failures/attempt-failures.ts";
import { locales } from "./locale.ts";
import { renderAttempt } from "./render-attempt.ts";
import { renderCore } from "./render-core.ts";

type Reasoned = { [Code in keyof OutboundFailureParams]: OutboundFailureParams[Code]["reason"] };
/** One example of each reason of each code: a new reason without its sentence fails here. */
type Examples = {
  [Code in keyof Reasoned]: {
    [Reason in Reasoned[Code]]: Omit<Extract<OutboundFailureParams[Code], { reason: unknown }>, "reason"> &
      Record<string, string | number | null>;
  };
};

const host = "pos.example";
const at = { host, port: 8443 };
const examples = {
  timeout: {
    host_unreachable: [{ host }, "pos.example could not be reached in time."],
    lost: [{}, "The connection was lost."],
    no_connection: [{ seconds: 0.2 }, "No connection to the endpoint could be made within 0.2 s."],
    no_answer: [{ seconds: 15, announced: null }, "The endpoint did not answer within 15 s."],
  },
  dns: {
    not_found: [{ host }, "The name pos.example does not exist."],
    failed: [{ host }, "The name pos.example could not be looked up."],
    slow: [{ host }, "Looking up the name pos.example took too long."],
  },
  connection_refused: {
    closed: [at, "Nothing answers at pos.example, port 8443."],
    unreachable: [at, "pos.example cannot be reached over the network."],
  },
  connection_reset: {
    at_once: [{ host }, "pos.example closed the connection at once."],
    while_securing: [{ host }, "pos.example closed the connection while it was being secured."],
    no_answer: [{ announced: null }, "The endpoint closed the connection without an answer."],
    mid_answer: [{}, "The endpoint stopped in the middle of its answer, before it had sent a status."],
    first_line: [{}, "The endpoint stopped in the first line of its answer."],
    kept: [{}, "The endpoint closed a kept connection before it was used."],
  },
  tls: {
    expired: [at, "The certificate of pos.example has expired."],
    not_yet_valid: [at, "The certificate of pos.example is not valid yet."],
    revoked: [at, "The certificate of pos.example has been revoked."],
    unknown_issuer: [
      at,
      "The certificate of pos.example is not from an authority that is trusted, or its chain is incomplete.",
    ],
    self_signed: [at, "The certificate of pos.example is self-signed, so no authority confirms it."],
    other_name: [at, "The certificate of pos.example is for another name."],
    outdated: [
      at,
      "pos.example secures connections only in ways that are no longer safe. Patchbay needs TLS 1.2 or newer.",
    ],
    refused: [at, "pos.example refused the secure connection on port 8443."],
    client_certificate: [{}, "The endpoint asks for a client certificate, which Patchbay does not have."],
    no_tls: [at, "No secure connection to pos.example could be made. Does it speak https on port 8443?"],
    broken: [{}, "The secure connection broke."],
  },
  blocked_address: {
    no_machine: [{ host }, "pos.example stands for no particular machine. Use a public address."],
    private: [{ host }, "pos.example is in a private network. Use a public address."],
    operator: [{ host }, "pos.example is in a network operator's private range. Use a public address."],
    this_machine: [{ host }, "pos.example is this machine itself. Use a public address."],
    cloud_service: [{ host }, "pos.example belongs to a cloud's own control service. Use a public address."],
    link_local: [
      { host },
      "pos.example is a link-local address, where clouds keep machine credentials. Use a public address.",
    ],
    protocols: [{ host }, "pos.example is reserved for protocols. Use a public address."],
    documentation: [{ host }, "pos.example is for documentation only. Use a public address."],
    name_system: [{ host }, "pos.example is reserved for the name system. Use a public address."],
    retired_relay: [{ host }, "pos.example is a retired relay address. Use a public address."],
    benchmarks: [{ host }, "pos.example is for benchmarks only. Use a public address."],
    multicast: [{ host }, "pos.example is a multicast address. Use a public address."],
    reserved: [{ host }, "pos.example is reserved. Use a public address."],
    tunnels: [{ host }, "pos.example is reserved for protocols and tunnels. Use a public address."],
    six_to_four: [
      { host },
      "pos.example is a 6to4 tunnel, which hides another address. Use a public address.",
    ],
    retired_test_network: [{ host }, "pos.example is from a retired test network. Use a public address."],
    tunnel: [{ host }, "pos.example is a tunnel, which hides another address. Use a public address."],
    not_public: [{ host }, "pos.example is not a public address. Use a public address."],
    not_an_address: [{ host }, "pos.example is not an address. Use a public address."],
    internal_name: [{ host }, "pos.example is a name inside a private network. Use a public one."],
    leads_inside: [{ host }, "pos.example leads to a private network. Patchbay calls public addresses only."],
  },
  invalid_url: {
    malformed: [{}, "This is not a valid web address."],
    odd_characters: [{}, "The address holds a space, a backslash or an invisible character."],
    no_scheme: [{}, "The address must start with https://."],
    no_host: [{}, "The address names no host after https://."],
    credentials: [
      {},
      "The address must not hold a user name or password. Set them under “Credentials” instead.",
    ],
    https: [{}, "The address must start with https://, so that nobody else can read what is sent."],
    too_long: [{ max: 2000 }, "The address is longer than 2000 characters."],
    scheme: [{ scheme: "ftp" }, "The address must start with https://, not ftp:."],
    host: [{ host: "a b" }, "a b is not a valid host name."],
    port: [{ port: 22 }, "Port 22 is not one for webhooks. Use 443, or one such as 8443."],
  },
  protocol: {
    status_line: [
      { line: "HTTP/1.1 20 OK" },
      "The endpoint did not answer in proper HTTP: “HTTP/1.1 20 OK” is not a status line.",
    ],
    first_line: [
      { line: "SSH-2.0" },
      "The endpoint did not answer in proper HTTP: its answer begins with “SSH-2.0” and not with a status line.",
    ],
    page: [{}, "The endpoint did not answer in proper HTTP: it sent a page without a status line before it."],
    bytes: [
      {},
      "The endpoint did not answer in proper HTTP: its answer begins with bytes that are no status line.",
    ],
    tls: [{}, "The endpoint speaks TLS on this port: its address must start with https://."],
    http2: [{}, "The endpoint speaks HTTP/2 without having been asked. Patchbay sends HTTP/1.1."],
    too_long: [{}, "The endpoint sent more than 64 KiB without a final answer among them."],
  },
  internal: {
    send: [{}, "Patchbay could not send the request because of a problem on our side."],
    before_sending: [
      {},
      "Patchbay had a problem on its side before it could send this. Your endpoint is not the cause.",
    ],
    shutting_down: [{}, "Patchbay is shutting down."],
  },
} as const satisfies {
  [Code in keyof Examples]: {
    [Reason in keyof Examples[Code]]: readonly [Record<string, string | number | null>, string];
  };
};

describe("each reason of each failure has its own sentence", () => {
  test.each(
    Object.entries(examples).flatMap(([code, reasons]) =>
      Object.entries(reasons).map(([reason, [params, sentence]]) => ({ code, reason, params, sentence })),
    ),
  )("$code, $reason", ({ code, reason, params, sentence }) => {
    const failure = { code, params: { reason, ...params } };
    expect(renderAttempt({ failure, statusCode: null, flaw: null })).toBe(sentence);
  });

  test.each([
    ["timeout", { seconds: 15 }, "The endpoint announced an answer (102) and did not answer within 15 s."],
    [
      "connection_reset",
      {},
      "The endpoint announced an answer (102) and closed the connection without an answer.",
    ],
  ])("%s after an announcement", (code, params, sentence) => {
    expect(renderCore({ code, params: { reason: "no_answer", announced: 102, ...params } })).toBe(sentence);
  });
});

const statuses: AttemptFailureParams["http_status"][] = [];
for (let statusCode = 0; statusCode < 1_000; statusCode += 1) statuses.push({ statusCode });

test("a status has a sentence that names it, whatever it is", () => {
  for (const params of statuses) {
    const sentence = renderAttempt({
      failure: { code: "http_status", params },
      statusCode: null,
      flaw: null,
    });
    expect(sentence).toMatch(new RegExp(`^[A-Z][^{}]+ \\(${params.statusCode}\\)\\.$`));
  }
});

test.each([
  [101, "The endpoint changed to another protocol, which Patchbay had not asked for (101)."],
  [0, "The endpoint answered with a status that HTTP does not have (0)."],
  [999, "The endpoint answered with a status that HTTP does not have (999)."],
  [304, "The endpoint answered that nothing has changed, which is no answer to an event (304)."],
  [400, "The endpoint did not accept the event (400)."],
  [401, "The endpoint did not accept the credentials, or asks for some (401)."],
  [403, "The endpoint, or a firewall before it, refused the request (403)."],
  [404, "There is nothing at this address (404)."],
  [405, "The endpoint does not take POST requests (405)."],
  [406, "The endpoint cannot answer in a form that Patchbay accepts (406)."],
  [408, "The endpoint did not receive the whole request in time (408)."],
  [411, "The endpoint does not take a body of this kind (411)."],
  [413, "The endpoint found the event too large (413)."],
  [415, "The endpoint does not take a body of this kind (415)."],
  [431, "The endpoint found the headers too large (431)."],
  [500, "The endpoint returned an error (500)."],
  [503, "The endpoint is not available at the moment (503)."],
])("status %i", (statusCode, sentence) => {
  expect(renderCore({ code: "http_status", params: { statusCode } })).toBe(sentence);
});

test.each([
  ["gone", "The endpoint says it is gone for good (410), so nothing more is sent to it.", 410],
  ["rate_limited", "The endpoint asks for fewer requests (429).", 429],
  [
    "redirect",
    "The endpoint answered with a redirect (302). Patchbay does not follow those: use the final address.",
    302,
  ],
] satisfies [keyof AttemptFailureParams, string, number][])("%s", (code, sentence, statusCode) => {
  expect(renderCore({ code, params: { statusCode } })).toBe(sentence);
});

const flaws: { [Code in keyof FlawParams]: [FlawParams[Code], string] } = {
  flaw_length_unreadable: [{}, "Its answer states a length that is not a number."],
  flaw_lengths_differ: [{}, "Its answer states several lengths that contradict each other."],
  flaw_cut_in_first_line: [{}, "Its answer ended in its first line."],
  flaw_cut_in_headers: [{}, "Its answer ended in its headers."],
  flaw_cut_in_body: [{}, "Its answer ended too early."],
  flaw_headers_too_long: [{ maxKib: 64 }, "Its answer has more than 64 KiB of headers."],
  flaw_chunks_unreadable: [{}, "Its answer has chunks that cannot be read."],
  flaw_late: [{ seconds: 1_500 }, "Its answer did not end within 25 minutes."],
  flaw_packed: [{}, "Its answer is packed in a way that cannot be read."],
};

test.each(Object.entries(flaws))("%s is told beside the outcome", (code, [params, sentence]) => {
  const accepted: AttemptSuccessParams["endpoint_accepted"] = { statusCode: 202 };
  expect(renderAttempt({ failure: null, ...accepted, flaw: { code, params } })).toBe(
    `The endpoint accepted it (202). ${sentence}`,
  );
});

test("what an endpoint sent is shown as it is, whatever it looks like", () => {
  const line = "{reason}   '<b># %s</b>";
  expect(renderCore({ code: "protocol", params: { reason: "first_line", line } })).toContain(`“${line}”`);
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
  "a reason that is called %s is none",
  (reason) => {
    const params = { reason, host };
    expect(renderCore({ code: "dns", params })).toBe("The name pos.example could not be looked up.");
  },
);

test("a code that nobody knows, or that every object has, is named and breaks nothing", () => {
  for (const locale of locales) {
    for (const code of ["of_tomorrow", "constructor", "__proto__"]) {
      expect(renderCore({ code, params: {} }, locale)).toContain(code);
    }
  }
});
