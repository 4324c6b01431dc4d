import type { OutboundFailure } from "#lib/failures/attempt-failures.ts";

type ProtocolFailure = Extract<OutboundFailure, { code: "protocol" }>;

const quotedCharacters = 40;

/** What came where a status line must stand. */
export function explainGarbage(bytes: Buffer): ProtocolFailure {
  if (isTls(bytes)) return { code: "protocol", params: { reason: "tls" } };
  if (isHttp2(bytes)) return { code: "protocol", params: { reason: "http2" } };
  const text = bytes.toString("latin1");
  if (/^\s*<(?:!doctype|html|\?xml|head|body)/i.test(text)) {
    return { code: "protocol", params: { reason: "page" } };
  }
  const line = text.split(/[\r\n]/, 1)[0]?.slice(0, quotedCharacters) ?? "";
  if (/^[\x20-\x7e]+$/.test(line)) return { code: "protocol", params: { reason: "first_line", line } };
  return { code: "protocol", params: { reason: "bytes" } };
}

/** A TLS record (RFC 8446 §5.1): an alert to our plain request, most often. */
function isTls([type = 0, major = 0, minor = 0]: Buffer): boolean {
  return type >= 0x14 && type <= 0x17 && major === 3 && minor <= 4;
}

/** A SETTINGS frame on stream 0 (RFC 9113 §6.5), with which an HTTP/2 server begins. */
function isHttp2(bytes: Buffer): boolean {
  return bytes.length >= 9 && bytes[0] === 0 && bytes[3] === 4 && bytes.readUInt32BE(5) === 0;
}
