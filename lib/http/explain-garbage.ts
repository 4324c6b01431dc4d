const quotedCharacters = 40;

/** What came where a status line must stand, in words for whoever runs the endpoint. */
export function explainGarbage(bytes: Buffer): string {
  if (isTls(bytes)) {
    return "The endpoint speaks TLS on this port: its address must start with https://.";
  }
  if (isHttp2(bytes)) {
    return "The endpoint speaks HTTP/2 without having been asked. Patchbay sends HTTP/1.1.";
  }
  const text = bytes.toString("latin1");
  if (/^\s*<(?:!doctype|html|\?xml|head|body)/i.test(text)) {
    return "The endpoint did not answer in proper HTTP: it sent a page without a status line before it.";
  }
  const line = text.split(/[\r\n]/, 1)[0]?.slice(0, quotedCharacters) ?? "";
  if (/^[\x20-\x7e]+$/.test(line)) {
    return `The endpoint did not answer in proper HTTP: its answer begins with “${line}” and not with a status line.`;
  }
  return "The endpoint did not answer in proper HTTP: its answer begins with bytes that are no status line.";
}

/** A TLS record (RFC 8446 §5.1): an alert to our plain request, most often. */
function isTls([type = 0, major = 0, minor = 0]: Buffer): boolean {
  return type >= 0x14 && type <= 0x17 && major === 3 && minor <= 4;
}

/** A SETTINGS frame on stream 0 (RFC 9113 §6.5), with which an HTTP/2 server begins. */
function isHttp2(bytes: Buffer): boolean {
  return bytes.length >= 9 && bytes[0] === 0 && bytes[3] === 4 && bytes.readUInt32BE(5) === 0;
}
