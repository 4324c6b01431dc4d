import { promisify } from "node:util";
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";

/** A body that could not be read: why, in a few words for the log. */
export class DecodeError extends Error {
  override name = "DecodeError";
}

/** A lawful answer carries one coding; a second is seen where a proxy packs what is packed already. */
const maxCodings = 3;

type UnpackOptions = { maxOutputLength: number; finishFlush?: number };
type Unpack = (packed: Uint8Array, options: UnpackOptions) => Promise<Buffer>;

const unpackers = new Map<string, Unpack>([
  ["gzip", promisify(gunzip)],
  ["x-gzip", promisify(gunzip)],
  ["deflate", inflateEither],
  ["br", promisify(brotliDecompress)],
  ["zstd", promisify(zstdDecompress)],
]);

/** What has the packers that are not zlib's give what is there, as Z_SYNC_FLUSH has zlib's. */
const partly = new Map<string, number>([
  ["br", constants.BROTLI_OPERATION_FLUSH],
  ["zstd", constants.ZSTD_e_flush],
]);

/**
 * The bytes behind a body's content codings (RFC 9110 §8.4). A body that was packed although the header is missing, or
 * that came unpacked although the header is there, is taken as what it is.
 * @param contentEncoding the header; undefined = there was none
 * @param maxBytes more than this never comes out of any step, however small the body was
 * @param isCut its end is not there: what can be unpacked of it is
 * @throws {DecodeError}
 */
export async function decodeBody(
  bytes: Uint8Array,
  contentEncoding: string | undefined,
  maxBytes: number,
  isCut = false,
): Promise<Uint8Array> {
  const limits = { maxBytes, isCut };
  const codings = readCodings(contentEncoding);
  if (codings.length > maxCodings) throw new DecodeError(`more than ${maxCodings} content codings`);
  let read = bytes;
  for (const coding of codings.toReversed()) {
    const unpack = unpackers.get(coding);
    if (!unpack) throw new DecodeError(`unknown content coding ${coding.slice(0, 40)}`);
    if (read.length === 0) break;
    read = await unpackWithin(unpack, read, coding, limits);
  }
  return codings.length === 0 && isGzip(read) ? unpackWithin(promisify(gunzip), read, "gzip", limits) : read;
}

function readCodings(header = ""): string[] {
  return header
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity" && coding !== "none");
}

async function unpackWithin(
  unpack: Unpack,
  packed: Uint8Array,
  coding: string,
  { maxBytes, isCut }: { maxBytes: number; isCut: boolean },
): Promise<Uint8Array> {
  const finishFlush = isCut ? { finishFlush: partly.get(coding) ?? constants.Z_SYNC_FLUSH } : {};
  try {
    return await unpack(packed, { maxOutputLength: maxBytes, ...finishFlush });
  } catch (cause) {
    const isTooLarge = cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
    if (isTooLarge) throw new DecodeError(`more than ${maxBytes} bytes once unpacked`, { cause });
    if (isPlain(packed)) return packed;
    throw new DecodeError(`broken ${coding}`, { cause });
  }
}

/** `deflate` means zlib's wrapper (RFC 9110 §8.4.1.2), and some servers send it without. */
async function inflateEither(packed: Uint8Array, options: UnpackOptions): Promise<Buffer> {
  const [first = 0, second = 0] = packed;
  const isWrapped = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
  return promisify(isWrapped ? inflate : inflateRaw)(packed, options);
}

/** RFC 1952 §2.3.1. No text begins so. */
function isGzip([first, second, third]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b && third === 8;
}

/** Whether it is UTF-8 text that begins as JSON or a page does. Packed bodies may share the first byte, so they are tried first. */
function isPlain(bytes: Uint8Array): boolean {
  try {
    return /^[[{"<]/.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes).trimStart());
  } catch {
    return false;
  }
}
