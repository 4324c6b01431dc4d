/** What PHP prints into the page of a shop whose errors are shown. https://www.php.net/manual/en/errorfunc.constants.php */
const notice =
  /(?:<b>|PHP |<\/span>|^|\n)[ \t]*(?:warning|notice|deprecated|strict standards|(?:catchable|recoverable) fatal error)(?:<\/b>)?\s*:/i;
const fatal = /(?:<b>|PHP |<\/span>|^|\n)[ \t]*(?:fatal error|parse error)(?:<\/b>)?\s*:/i;

const head = 20_000;
const maxTries = 20;
/** Brackets that nothing closes: each is looked for up to the end of the text. */
const maxUnclosed = 3;

/**
 * The JSON of an answer, also where PHP's notices stand before or behind it, or a cache's comment behind it.
 * @returns undefined where there is none
 */
export function readThroughNotices(text: string): unknown {
  const whole = parse(text);
  if (whole !== undefined) return whole;
  const trimmed = text.trimStart();
  if (!/^[[{]/.test(trimmed) && !notice.test(trimmed.slice(0, head))) return undefined;
  let unclosed = 0;
  for (const start of startsIn(trimmed.slice(0, 4 * head))) {
    const end = endOfJson(trimmed, start);
    const json = end === null ? undefined : parse(trimmed.slice(start, end));
    if (json !== undefined && isNoise(trimmed.slice(end ?? 0))) return json;
    if (end === null) unclosed += 1;
    if (unclosed === maxUnclosed) return undefined;
  }
  return undefined;
}

/** Whether PHP stopped in the middle. */
export function isFatal(text: string): boolean {
  return fatal.test(text.slice(0, head)) || fatal.test(text.slice(-head));
}

/** Where JSON may begin: at the start, at the start of a line, or behind a tag. */
function startsIn(text: string): number[] {
  const starts = [...text.matchAll(/(?<=^|\n|>|\d)[ \t]*(?=[[{])/g)];
  return starts.slice(0, maxTries).map(({ index, 0: blank }) => index + blank.length);
}

function isNoise(rest: string): boolean {
  const text = rest.trim();
  return text === "" || text.startsWith("<") || notice.test(text.slice(0, head));
}

/** Behind the bracket that closes the one at `start`; null where none does. */
function endOfJson(text: string, start: number): number | null {
  let depth = 0;
  let isInText = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (isInText) {
      if (character === "\\") at += 1;
      else if (character === '"') isInText = false;
    } else if (character === '"') isInText = true;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
