import { AppError } from "#lib/errors.ts";
import { readBytes } from "./read-body.ts";

export type PostFault = { status: 400 | 403 | 413; detail: string };

/** What Next reads of a form at most, unless told otherwise (`serverActions.bodySizeLimit`). */
const maxBytes = 1_048_576;

/**
 * Why what was posted to a page cannot be read, or may not be: it comes from another site, is larger than Next takes,
 * breaks off, is no form, or lacks what React put into it. Next would answer each of them with 500 and a stack trace.
 * @param request its body is read
 * @returns null = Next can read it, or does not look at it
 */
export async function findPostFault(request: Request): Promise<PostFault | null> {
  const type = request.headers.get("content-type") ?? "";
  const isForm = type.toLowerCase().startsWith("multipart/form-data");
  const isFromScript = request.headers.has("next-action");
  if (request.method !== "POST" || !(isForm || isFromScript)) return null;
  if (!isFromHere(request.headers)) return { status: 403, detail: "The form is of another site." };
  try {
    const bytes = await readBytes(request, maxBytes);
    if (!isForm) return isList(new TextDecoder().decode(bytes)) ? null : unreadable;
    const form = await new Response(bytes.slice(), { headers: { "content-type": type } }).formData();
    return isFromScript ? findArgumentsFault(form) : findBoundFault(form);
  } catch (error) {
    if (error instanceof TypeError) return unreadable;
    if (!(error instanceof AppError)) throw error;
    return error.status === 413
      ? { status: 413, detail: `The form is larger than ${maxBytes} bytes.` }
      : unreadable;
  }
}

const unreadable: PostFault = { status: 400, detail: "The form in the body cannot be read." };

/** Who names no origin is no browser, and has no session that it was not given. */
function isFromHere(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}

/** What a script calls with is the list in the part 0, which tells of the other parts. */
function findArgumentsFault(form: FormData): PostFault | null {
  return isList(form.get("0")) ? null : unreadable;
}

/** Of an action that goes by its form, each list of values that was bound to it is named `$ACTION_<form>:<number>`. */
function findBoundFault(form: FormData): PostFault | null {
  for (const [name, value] of form) {
    const [, prefix] = /^(\$ACTION_\w+:)0$/.exec(name) ?? [];
    const [, bound] = (typeof value === "string" && /"bound":"\$@(\w+)"/.exec(value)) || [];
    if (prefix && bound && !isList(form.get(prefix + bound), 1)) return unreadable;
  }
  return null;
}

function isList(value: FormDataEntryValue | null, minLength = 0): boolean {
  if (typeof value !== "string") return false;
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) && read.length >= minLength;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
